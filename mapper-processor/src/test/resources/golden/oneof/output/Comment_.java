package app;

import dev.kindred.annotation.OnDelete;
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
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Comment}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Comment_ extends GeneratedModel<Comment> {
    private static final Comment_ model = new Comment_();

    public static final NumberColumn<Comment, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final NumberColumn<Comment, Long> POST_ID = model.<Long>number("postId", "post_id", SqlTypes.LONG, "NULLABLE", null);

    public static final NumberColumn<Comment, Integer> CLIP_CODE = model.<Integer>number("clipCode", "clip_code", SqlTypes.INTEGER, "NULLABLE", null);

    public static final NumberColumn<Comment, Long> REPLY_TO_ID = model.<Long>number("replyToId", "reply_to_id", SqlTypes.LONG, "NULLABLE", null);

    public static final TextColumn<Comment> TEXT = model.text("text", "text", SqlTypes.STRING, "", null);

    public static final TextColumn<Comment> SUBJECT_POST = model.text("subjectPost", "subject_post", SqlTypes.STRING, "", null);

    public static final BelongsToRelation<Comment, Post> SUBJECT_POST_ = model.<Post>typed(model.<Post>ofType("subject", "Post", new EntityColumn<?, ?>[] {POST_ID})
            .meta("label", "Subject")
            .onDelete(OnDelete.CASCADE));

    public static final BelongsToRelation<Comment, VideoClip> SUBJECT_VIDEO_CLIP = model.<VideoClip>typed(model.<VideoClip>ofType("subject", "VideoClip", new EntityColumn<?, ?>[] {CLIP_CODE})
            .meta("label", "Subject")
            .onDelete(OnDelete.CASCADE));

    public static final BelongsToOneOfRelation<Comment, Commentable> SUBJECT = model.<Commentable>oneOf("subject", SUBJECT_POST_, SUBJECT_VIDEO_CLIP);

    public static final BelongsToRelation<Comment, Comment> REPLY_TO = model.<Comment>belongsTo(model.<Comment>relation("replyTo", new EntityColumn<?, ?>[] {REPLY_TO_ID}));

    /**
     * The model of {@link Comment}.
     */
    public static final EntityModel<Comment> MODEL = model.model(null, "comments", null);

    private Comment_() {
        super(Comment.class, 1);
    }

    /**
     * Starts a new {@link Comment} with its required members.
     */
    public static Draft<Comment> draft(
            Long id,
            String text,
            String subjectPost) {
        return Comment_.model.start(new Object[] {id, text, subjectPost});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Comment> copyOf(Comment entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Comment entity = (Comment) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.postId();
            case 2: return entity.clipCode();
            case 3: return entity.replyToId();
            case 4: return entity.text();
            case 5: return entity.subjectPost();
            case 6: return entity.subject();
            case 7: return entity.replyTo();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Comment(
                (Long) row.required(0),
                (Long) row.nullable(1),
                (Integer) row.nullable(2),
                (Long) row.nullable(3),
                (String) row.required(4),
                (String) row.required(5),
                (Mono<Commentable>) handle(row, 6),
                (Mono<Comment>) handle(row, 7));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 6: return new EntityColumn<?, ?>[] {Post_.ID};
            case 7: return new EntityColumn<?, ?>[] {VideoClip_.CODE};
            case 8: return new EntityColumn<?, ?>[] {Comment_.ID};
            default: throw outOfRange(member);
        }
    }
}
