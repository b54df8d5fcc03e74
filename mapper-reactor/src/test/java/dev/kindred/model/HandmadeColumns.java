package dev.kindred.model;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.EntityDefinition;
import dev.kindred.internal.sql.TableName;
import java.util.List;

/** Columns and models without an annotation processor. */
public final class HandmadeColumns {
    private HandmadeColumns() {}

    /** Returns a column of numbers. */
    public static <E, T extends Number> NumberColumn<E, T> number(ColumnDefinition<E, T> definition) {
        return new NumberColumn<>(definition);
    }

    /** Returns a column of text. */
    public static <E> TextColumn<E> text(ColumnDefinition<E, String> definition) {
        return new TextColumn<>(definition);
    }

    /** Returns a model without relations that always creates {@code entity}. */
    public static <E> EntityModel<E> model(Class<E> type, List<EntityColumn<E, ?>> columns, E entity) {
        EntityDefinition<E> definition =
                new EntityDefinition<>(TableName.of("rows"), null, EntityModel.references(columns), row -> entity);
        return EntityModel.of(type, definition, columns, List.of());
    }
}
