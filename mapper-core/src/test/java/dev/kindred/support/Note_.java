package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The model of {@link Note}. */
public final class Note_ {
    public static final NumberColumn<Note, Long> ID =
            Handmade.number(ColumnDefinition.of(Note.class, "id", "id", SqlTypes.LONG, Note::id)
                    .with(ColumnTrait.ID, ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final NumberColumn<Note, Integer> VERSION =
            Handmade.number(ColumnDefinition.of(Note.class, "version", "version", SqlTypes.INTEGER, Note::version)
                    .with(ColumnTrait.VERSION, ColumnTrait.NULLABLE));
    public static final TextColumn<Note> TEXT =
            Handmade.text(ColumnDefinition.of(Note.class, "text", "text", SqlTypes.STRING, Note::text));
    public static final NumberColumn<Note, Integer> LENGTH =
            Handmade.number(ColumnDefinition.of(Note.class, "length", "length", SqlTypes.INTEGER, Note::length)
                    .with(ColumnTrait.READ_ONLY, ColumnTrait.NULLABLE));
    public static final TextColumn<Note> SLUG =
            Handmade.text(ColumnDefinition.of(Note.class, "slug", "slug", SqlTypes.STRING, Note::slug)
                    .with(ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final ComparableColumn<Note, Instant> CREATED_AT = Handmade.comparable(
            ColumnDefinition.of(Note.class, "createdAt", "created_at", SqlTypes.INSTANT, Note::createdAt)
                    .with(ColumnTrait.CREATED_AT, ColumnTrait.NULLABLE));
    public static final ComparableColumn<Note, LocalDateTime> UPDATED_AT = Handmade.comparable(
            ColumnDefinition.of(Note.class, "updatedAt", "updated_at", SqlTypes.LOCAL_DATE_TIME, Note::updatedAt)
                    .with(ColumnTrait.UPDATED_AT, ColumnTrait.NULLABLE));
    public static final EntityModel<Note> MODEL = Handmade.model(
            Note.class,
            TableName.of("notes"),
            List.of(ID, VERSION, TEXT, LENGTH, SLUG, CREATED_AT, UPDATED_AT),
            List.of(),
            Note_::instantiate);

    private Note_() {}

    private static Note instantiate(Row row) {
        return new Note(
                row.nullable(0, ID),
                row.nullable(1, VERSION),
                row.required(2, TEXT),
                row.nullable(3, LENGTH),
                row.nullable(4, SLUG),
                row.nullable(5, CREATED_AT),
                row.nullable(6, UPDATED_AT));
    }
}
