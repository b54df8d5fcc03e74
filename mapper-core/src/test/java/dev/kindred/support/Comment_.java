package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.time.Instant;
import java.util.List;

/** The model of {@link Comment}. */
public final class Comment_ {
    public static final NumberColumn<Comment, Long> ID =
            Handmade.number(ColumnDefinition.of(Comment.class, "id", "id", SqlTypes.LONG, Comment::id)
                    .with(ColumnTrait.ID)
                    .primitive(0L));
    public static final NumberColumn<Comment, Long> PARENT_ID = Handmade.number(
            ColumnDefinition.of(Comment.class, "parentId", "parent_id", SqlTypes.LONG, Comment::parentId)
                    .with(ColumnTrait.NULLABLE));
    public static final TextColumn<Comment> TEXT =
            Handmade.text(ColumnDefinition.of(Comment.class, "text", "text", SqlTypes.STRING, Comment::text));
    public static final ComparableColumn<Comment, Instant> DELETED_AT = Handmade.comparable(
            ColumnDefinition.of(Comment.class, "deletedAt", "deleted_at", SqlTypes.INSTANT, Comment::deletedAt)
                    .with(ColumnTrait.SOFT_DELETE, ColumnTrait.NULLABLE));
    public static final BelongsToRelation<Comment, Comment> PARENT = Handmade.belongsTo(Handmade.relation(
            "parent", () -> Comment_.MODEL, List.of(PARENT_ID), () -> List.of(Comment_.ID), Comment::parent));
    public static final HasOneRelation<Comment, Comment> REPLY = Handmade.hasOne(Handmade.relation(
            "reply", () -> Comment_.MODEL, List.of(ID), () -> List.of(Comment_.PARENT_ID), Comment::reply));
    public static final EntityModel<Comment> MODEL = Handmade.model(
            Comment.class,
            TableName.of("comments"),
            List.of(ID, PARENT_ID, TEXT, DELETED_AT),
            List.of(PARENT, REPLY),
            Comment_::instantiate);

    private Comment_() {}

    private static Comment instantiate(Row row) {
        return new Comment(
                row.required(0, ID),
                row.nullable(1, PARENT_ID),
                row.required(2, TEXT),
                row.nullable(3, DELETED_AT),
                row.handle(0, PARENT),
                row.handle(1, REPLY));
    }
}
