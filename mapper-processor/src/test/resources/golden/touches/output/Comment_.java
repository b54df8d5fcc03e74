package app;

import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.annotation.OnDelete;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Comment}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Comment_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Comment, Long> ID = NumberColumn.<Comment, Long>of(ColumnDefinition.<Comment, Long>of(
            Comment.class, "id", "id", SqlTypes.LONG, Comment::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code postId}.
     */
    public static final NumberColumn<Comment, Long> POST_ID = NumberColumn.<Comment, Long>of(ColumnDefinition.<Comment, Long>of(
            Comment.class, "postId", "post_id", SqlTypes.LONG, Comment::postId));

    /**
     * The column of {@code parentId}.
     */
    public static final NumberColumn<Comment, Long> PARENT_ID = NumberColumn.<Comment, Long>of(ColumnDefinition.<Comment, Long>of(
            Comment.class, "parentId", "parent_id", SqlTypes.LONG, Comment::parentId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code updatedAt}.
     */
    public static final ComparableColumn<Comment, Instant> UPDATED_AT = ComparableColumn.<Comment, Instant>of(ColumnDefinition.<Comment, Instant>of(
            Comment.class, "updatedAt", "updated_at", SqlTypes.INSTANT, Comment::updatedAt)
            .with(ColumnTrait.UPDATED_AT));

    /**
     * The relation of {@code post}.
     */
    public static final BelongsToRelation<Comment, Post> POST = BelongsToRelation.<Comment, Post>of(new RelationDefinition<Comment, Post>(
            Comment.class,
            "post",
            () -> Post_.MODEL,
            new RelationDefinition.RelationKeys<Comment, Post>(List.<EntityColumn<Comment, ?>>of(POST_ID), () -> List.<EntityColumn<Post, ?>>of(Post_.ID)),
            Comment::post)
            .onDelete(OnDelete.CASCADE)
            .touching());

    /**
     * The relation of {@code parent}.
     */
    public static final BelongsToRelation<Comment, Comment> PARENT = BelongsToRelation.<Comment, Comment>of(new RelationDefinition<Comment, Comment>(
            Comment.class,
            "parent",
            () -> Comment_.MODEL,
            new RelationDefinition.RelationKeys<Comment, Comment>(List.<EntityColumn<Comment, ?>>of(PARENT_ID), () -> List.<EntityColumn<Comment, ?>>of(Comment_.ID)),
            Comment::parent)
            .touching());

    /**
     * The relation of {@code untouched}.
     */
    public static final BelongsToRelation<Comment, Post> UNTOUCHED = BelongsToRelation.<Comment, Post>of(new RelationDefinition<Comment, Post>(
            Comment.class,
            "untouched",
            () -> Post_.MODEL,
            new RelationDefinition.RelationKeys<Comment, Post>(List.<EntityColumn<Comment, ?>>of(POST_ID), () -> List.<EntityColumn<Post, ?>>of(Post_.ID)),
            Comment::untouched));

    /**
     * What the mapper knows of {@link Comment}.
     */
    public static final EntityModel<Comment> MODEL = EntityModel.<Comment>of(
            Comment.class,
            TableName.of("comments"),
            List.<EntityColumn<Comment, ?>>of(ID, POST_ID, PARENT_ID, UPDATED_AT),
            List.<Relation<Comment, ?>>of(POST, PARENT, UNTOUCHED),
            Comment_::instantiate);

    private Comment_() {
    }

    /**
     * Starts a new {@link Comment} with the members that it must have.
     */
    public static Draft<Comment> draft(Long postId) {
        return Draft.<Comment>of(Comment_.MODEL, new Object[] {postId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Comment> with(Comment entity) {
        return Draft.<Comment>with(MODEL, entity);
    }

    private static Comment instantiate(RowValues<Comment> row) {
        return new Comment(
                row.<Long>required(0, ID),
                row.<Long>required(1, POST_ID),
                row.<Long>nullable(2, PARENT_ID),
                row.<Instant>required(3, UPDATED_AT),
                row.<Mono<Post>>handle(0, POST),
                row.<Mono<Comment>>handle(1, PARENT),
                row.<Mono<Post>>handle(2, UNTOUCHED));
    }
}
