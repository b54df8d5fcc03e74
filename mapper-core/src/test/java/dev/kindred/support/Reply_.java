package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.time.Instant;
import java.util.List;

/** The model of {@link Reply}. */
public final class Reply_ {
    public static final NumberColumn<Reply, Long> ID =
            Handmade.number(ColumnDefinition.of(Reply.class, "id", "id", SqlTypes.LONG, Reply::id)
                    .with(ColumnTrait.ID, ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final NumberColumn<Reply, Long> NOTE_ID =
            Handmade.number(ColumnDefinition.of(Reply.class, "noteId", "note_id", SqlTypes.LONG, Reply::noteId)
                    .with(ColumnTrait.NULLABLE));
    public static final NumberColumn<Reply, Long> ANSWERED_ID = Handmade.number(
            ColumnDefinition.of(Reply.class, "answeredId", "answered_id", SqlTypes.LONG, Reply::answeredId)
                    .with(ColumnTrait.NULLABLE));
    public static final ComparableColumn<Reply, Instant> UPDATED_AT = Handmade.comparable(
            ColumnDefinition.of(Reply.class, "updatedAt", "updated_at", SqlTypes.INSTANT, Reply::updatedAt)
                    .with(ColumnTrait.UPDATED_AT, ColumnTrait.NULLABLE));
    public static final BelongsToRelation<Reply, Note> NOTE = Handmade.belongsTo(Handmade.<Reply, Note>relation(
                    "note", () -> Note_.MODEL, List.of(NOTE_ID), () -> List.of(Note_.ID), Reply::note)
            .touching());
    public static final BelongsToRelation<Reply, Reply> ANSWERED = Handmade.belongsTo(Handmade.<Reply, Reply>relation(
                    "answered", () -> Reply_.MODEL, List.of(ANSWERED_ID), () -> List.of(Reply_.ID), Reply::answered)
            .touching());
    public static final EntityModel<Reply> MODEL = Handmade.model(
            Reply.class,
            TableName.of("replies"),
            List.of(ID, NOTE_ID, ANSWERED_ID, UPDATED_AT),
            List.of(NOTE, ANSWERED),
            Reply_::instantiate);

    private Reply_() {}

    private static Reply instantiate(Row row) {
        return new Reply(
                row.nullable(0, ID),
                row.nullable(1, NOTE_ID),
                row.nullable(2, ANSWERED_ID),
                row.nullable(3, UPDATED_AT),
                row.handle(0, NOTE),
                row.handle(1, ANSWERED));
    }
}
