package app;

import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.SuppressWarnings;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Post}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Post_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Post, Long> ID = NumberColumn.of(ColumnDefinition.of(
            Post.class, "id", "id", SqlTypes.LONG, Post::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code title}.
     */
    public static final TextColumn<Post> TITLE = TextColumn.of(ColumnDefinition.of(
            Post.class, "title", "title", SqlTypes.STRING, Post::title));

    /**
     * The column of {@code updatedAt}.
     */
    public static final ComparableColumn<Post, Instant> UPDATED_AT = ComparableColumn.of(ColumnDefinition.of(
            Post.class, "updatedAt", "updated_at", SqlTypes.INSTANT, Post::updatedAt)
            .with(ColumnTrait.UPDATED_AT));

    /**
     * What the mapper knows of {@link Post}.
     */
    public static final EntityModel<Post> MODEL = EntityModel.of(
            Post.class,
            TableName.of("posts"),
            List.of(ID, TITLE, UPDATED_AT),
            List.of(),
            Post_::instantiate);

    private Post_() {
    }

    private static Post instantiate(RowValues<Post> row) {
        return new Post(
                row.required(0, ID),
                row.required(1, TITLE),
                row.required(2, UPDATED_AT));
    }
}
