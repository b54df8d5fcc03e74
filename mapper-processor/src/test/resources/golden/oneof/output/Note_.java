package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Note}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Note_ extends GeneratedModel<Note> {
    private static final Note_ model = new Note_();

    public static final NumberColumn<Note, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final TextColumn<Note> SUBJECT_TYPE = model.text("subjectType", "subject_type", SqlTypes.STRING, "", null);

    public static final NumberColumn<Note, Long> SUBJECT_ID = model.<Long>number("subjectId", "subject_id", SqlTypes.LONG, "PRIMITIVE", null);

    public static final BelongsToRelation<Note, Post> SUBJECT_POST = model.<Post>typed(model.<Post>ofType("subject", "Post", new EntityColumn<?, ?>[] {only(SUBJECT_TYPE, "post"), SUBJECT_ID}));

    public static final BelongsToRelation<Note, VideoClip> SUBJECT_VIDEO_CLIP = model.<VideoClip>typed(model.<VideoClip>ofType("subject", "VideoClip", new EntityColumn<?, ?>[] {only(SUBJECT_TYPE, "clip"), SUBJECT_ID}));

    public static final BelongsToOneOfRelation<Note, Commentable> SUBJECT = model.<Commentable>oneOf("subject", SUBJECT_POST, SUBJECT_VIDEO_CLIP);

    /**
     * The model of {@link Note}.
     */
    public static final EntityModel<Note> MODEL = model.model(null, "notes", null);

    private Note_() {
        super(Note.class, 1);
    }

    /**
     * Starts a new {@link Note} with its required members.
     */
    public static Draft<Note> draft(
            Long id,
            String subjectType,
            long subjectId) {
        return Note_.model.start(new Object[] {id, subjectType, subjectId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Note> copyOf(Note entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Note entity = (Note) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.subjectType();
            case 2: return entity.subjectId();
            case 3: return entity.subject();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Note(
                (Long) row.required(0),
                (String) row.required(1),
                row.requiredLong(2),
                (Mono<Commentable>) handle(row, 3));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 3: return new EntityColumn<?, ?>[] {constant(Post.class, "post"), Post_.ID};
            case 4: return new EntityColumn<?, ?>[] {constant(VideoClip.class, "clip"), VideoClip_.CODE};
            default: throw outOfRange(member);
        }
    }
}
