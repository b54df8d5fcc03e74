package app;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.time.Instant;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Comment}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Comment_ extends GeneratedModel<Comment> {
    private static final Comment_ model = new Comment_();

    public static final NumberColumn<Comment, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED", null);

    public static final NumberColumn<Comment, Long> POST_ID = model.<Long>number("postId", "post_id", SqlTypes.LONG, "", null);

    public static final NumberColumn<Comment, Long> PARENT_ID = model.<Long>number("parentId", "parent_id", SqlTypes.LONG, "NULLABLE", null);

    public static final ComparableColumn<Comment, Instant> UPDATED_AT = model.<Instant>comparable("updatedAt", "updated_at", SqlTypes.INSTANT, "UPDATED_AT", null);

    public static final BelongsToRelation<Comment, Post> POST = model.<Post>belongsTo(model.<Post>relation("post", new EntityColumn<?, ?>[] {POST_ID})
            .onDelete(OnDelete.CASCADE)
            .touching());

    public static final BelongsToRelation<Comment, Comment> PARENT = model.<Comment>belongsTo(model.<Comment>relation("parent", new EntityColumn<?, ?>[] {PARENT_ID})
            .touching());

    public static final BelongsToRelation<Comment, Post> UNTOUCHED = model.<Post>belongsTo(model.<Post>relation("untouched", new EntityColumn<?, ?>[] {POST_ID}));

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
            Long postId) {
        return Comment_.model.start(new Object[] {postId});
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
            case 2: return entity.parentId();
            case 3: return entity.updatedAt();
            case 4: return entity.post();
            case 5: return entity.parent();
            case 6: return entity.untouched();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Comment(
                (Long) row.required(0),
                (Long) row.required(1),
                (Long) row.nullable(2),
                (Instant) row.required(3),
                (Mono<Post>) handle(row, 4),
                (Mono<Comment>) handle(row, 5),
                (Mono<Post>) handle(row, 6));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 4: return new EntityColumn<?, ?>[] {Post_.ID};
            case 5: return new EntityColumn<?, ?>[] {Comment_.ID};
            case 6: return new EntityColumn<?, ?>[] {Post_.ID};
            default: throw outOfRange(member);
        }
    }
}
