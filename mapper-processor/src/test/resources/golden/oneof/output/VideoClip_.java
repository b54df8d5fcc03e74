package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;

/**
 * The columns and relations of {@link VideoClip}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class VideoClip_ extends GeneratedModel<VideoClip> {
    private static final VideoClip_ model = new VideoClip_();

    public static final NumberColumn<VideoClip, Long> CODE = model.<Long>number("code", "code", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final HasManyRelation<VideoClip, Comment> COMMENTS = model.<Comment>hasMany(model.<Comment>relation("comments", new EntityColumn<?, ?>[] {CODE}));

    public static final HasManyRelation<VideoClip, Note> NOTES = model.<Note>hasMany(model.<Note>relation("notes", new EntityColumn<?, ?>[] {constant(VideoClip.class, "clip"), CODE}));

    /**
     * The model of {@link VideoClip}.
     */
    public static final EntityModel<VideoClip> MODEL = model.model(null, "videos", null);

    private VideoClip_() {
        super(VideoClip.class, 1);
    }

    /**
     * Starts a new {@link VideoClip} with its required members.
     */
    public static Draft<VideoClip> draft(
            long code) {
        return VideoClip_.model.start(new Object[] {code});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<VideoClip> copyOf(VideoClip entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        VideoClip entity = (VideoClip) object;
        switch (member) {
            case 0: return entity.code();
            case 1: return entity.comments();
            case 2: return entity.notes();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new VideoClip(
                row.requiredLong(0),
                (Flux<Comment>) handle(row, 1),
                (Flux<Note>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 1: return new EntityColumn<?, ?>[] {Comment_.CLIP_CODE};
            case 2: return new EntityColumn<?, ?>[] {Note_.SUBJECT_TYPE, Note_.SUBJECT_ID};
            default: throw outOfRange(member);
        }
    }
}
