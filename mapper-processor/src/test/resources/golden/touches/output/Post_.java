package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Post}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Post_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Post, Long> ID = NumberColumn.<Post, Long>of(ColumnDefinition.<Post, Long>of(
            Post.class, "id", "id", SqlTypes.LONG, Post::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code title}.
     */
    public static final TextColumn<Post> TITLE = TextColumn.<Post>of(ColumnDefinition.<Post, String>of(
            Post.class, "title", "title", SqlTypes.STRING, Post::title));

    /**
     * The column of {@code updatedAt}.
     */
    public static final ComparableColumn<Post, Instant> UPDATED_AT = ComparableColumn.<Post, Instant>of(ColumnDefinition.<Post, Instant>of(
            Post.class, "updatedAt", "updated_at", SqlTypes.INSTANT, Post::updatedAt)
            .with(ColumnTrait.UPDATED_AT));

    /**
     * What the mapper knows of {@link Post}.
     */
    public static final EntityModel<Post> MODEL = EntityModel.<Post>of(
            Post.class,
            TableName.of("posts"),
            List.<EntityColumn<Post, ?>>of(ID, TITLE, UPDATED_AT),
            List.<Relation<Post, ?>>of(),
            Post_::instantiate);

    private Post_() {
    }

    /**
     * Starts a new {@link Post} with the members that it must have.
     */
    public static Draft<Post> draft(String title) {
        return Draft.<Post>of(Post_.MODEL, new Object[] {title});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Post> with(Post entity) {
        return Draft.<Post>with(MODEL, entity);
    }

    private static Post instantiate(RowValues<Post> row) {
        return new Post(
                row.<Long>required(0, ID),
                row.<String>required(1, TITLE),
                row.<Instant>required(2, UPDATED_AT));
    }
}
