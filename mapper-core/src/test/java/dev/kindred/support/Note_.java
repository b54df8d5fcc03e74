package dev.kindred.support;

import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.TableName;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The model of {@link Note}. */
public final class Note_ {
    public static final NumberColumn<Note, Long> ID =
            NumberColumn.of(ColumnDefinition.of(Note.class, "id", "id", SqlTypes.LONG, Note::id)
                    .with(ColumnTrait.ID, ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final NumberColumn<Note, Integer> VERSION =
            NumberColumn.of(ColumnDefinition.of(Note.class, "version", "version", SqlTypes.INTEGER, Note::version)
                    .with(ColumnTrait.VERSION, ColumnTrait.NULLABLE));
    public static final TextColumn<Note> TEXT =
            TextColumn.of(ColumnDefinition.of(Note.class, "text", "text", SqlTypes.STRING, Note::text));
    public static final NumberColumn<Note, Integer> LENGTH =
            NumberColumn.of(ColumnDefinition.of(Note.class, "length", "length", SqlTypes.INTEGER, Note::length)
                    .with(ColumnTrait.READ_ONLY, ColumnTrait.NULLABLE));
    public static final TextColumn<Note> SLUG =
            TextColumn.of(ColumnDefinition.of(Note.class, "slug", "slug", SqlTypes.STRING, Note::slug)
                    .with(ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final ComparableColumn<Note, Instant> CREATED_AT = ComparableColumn.of(
            ColumnDefinition.of(Note.class, "createdAt", "created_at", SqlTypes.INSTANT, Note::createdAt)
                    .with(ColumnTrait.CREATED_AT, ColumnTrait.NULLABLE));
    public static final ComparableColumn<Note, LocalDateTime> UPDATED_AT = ComparableColumn.of(
            ColumnDefinition.of(Note.class, "updatedAt", "updated_at", SqlTypes.LOCAL_DATE_TIME, Note::updatedAt)
                    .with(ColumnTrait.UPDATED_AT, ColumnTrait.NULLABLE));
    public static final EntityModel<Note> MODEL = EntityModel.of(
            Note.class,
            TableName.of("notes"),
            List.of(ID, VERSION, TEXT, LENGTH, SLUG, CREATED_AT, UPDATED_AT),
            List.of(),
            Note_::instantiate);

    private Note_() {}

    private static Note instantiate(RowValues<Note> row) {
        return new Note(
                row.getOrNull(0, ID),
                row.getOrNull(1, VERSION),
                row.get(2, TEXT),
                row.getOrNull(3, LENGTH),
                row.getOrNull(4, SLUG),
                row.getOrNull(5, CREATED_AT),
                row.getOrNull(6, UPDATED_AT));
    }
}
