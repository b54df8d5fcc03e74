package dev.kindred.internal.persist;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.RowSource;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.type.SqlTypes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows with the same written columns. The values are read column by column, without an object for each row and value.
 * Immutable.
 *
 * @param columns the written columns
 * @param source their values
 */
record UniformRows<E>(List<EntityColumn<E, ?>> columns, RowSource source) {

    /**
     * Returns the new rows of {@code entities}. Returns null if the entities do not all write the same columns, or if a
     * column is an array.
     */
    static <E> @Nullable UniformRows<E> inserted(EntityModel<E> model, List<E> entities, Clock clock) {
        return of(model, entities, new Writing<>() {
            @Override
            public boolean concerns(EntityColumn<E, ?> column) {
                return !Nodes.of(column).is(ColumnTrait.READ_ONLY);
            }

            @Override
            public @Nullable Object value(EntityColumn<E, ?> column, E entity) {
                return RowDraft.insertedValue(column, entity, clock);
            }

            @Override
            public boolean writes(EntityColumn<E, ?> column, @Nullable Object value) {
                return WrittenColumns.isInserted(column, value);
            }
        });
    }

    /**
     * Returns the rows of {@code entities} with their key, their current version and the columns that an update writes.
     * Returns null if the entities do not all write the same columns, or if a column is an array. Throws if a key or a
     * version is null.
     */
    static <E> @Nullable UniformRows<E> identified(EntityModel<E> model, List<E> entities, Clock clock) {
        return of(model, entities, new Writing<>() {
            @Override
            public boolean concerns(EntityColumn<E, ?> column) {
                return identifies(column) || WrittenColumns.isUpdated(column);
            }

            @Override
            public @Nullable Object value(EntityColumn<E, ?> column, E entity) {
                if (Nodes.of(column).isUpdateAudit()) {
                    return AuditValue.of(column, clock);
                }
                @Nullable Object value = column.getOrNull(entity);
                if (identifies(column)) {
                    RowIdentity.requireSet(column, value);
                }
                if (Nodes.of(column).is(ColumnTrait.VERSION)) {
                    VersionNumber.requireNext(column, value);
                }
                return value;
            }

            @Override
            public boolean writes(EntityColumn<E, ?> column, @Nullable Object value) {
                return identifies(column) || WrittenColumns.isUpdated(column, value);
            }
        });
    }

    private static boolean identifies(EntityColumn<?, ?> column) {
        return Nodes.of(column).is(ColumnTrait.ID) || Nodes.of(column).is(ColumnTrait.VERSION);
    }

    private static <E> @Nullable UniformRows<E> of(EntityModel<E> model, List<E> entities, Writing<E> writing) {
        List<EntityColumn<E, ?>> columns = new ArrayList<>();
        List<Parameter> arrays = new ArrayList<>();
        for (EntityColumn<E, ?> column : model.columns()) {
            if (!writing.concerns(column)) {
                continue;
            }
            List<@Nullable Object> values = new ArrayList<>(entities.size());
            int left = 0;
            for (E entity : entities) {
                @Nullable Object value = writing.value(column, entity);
                left += writing.writes(column, value) ? 0 : 1;
                values.add(value);
            }
            if (column.type().name().array() || (left > 0 && left < values.size())) {
                return null;
            }
            if (left == 0) {
                columns.add(column);
                arrays.add(new Parameter(SqlTypes.list(column.type()), values, column));
            }
        }
        return columns.isEmpty() ? null : of(columns, arrays, entities.size());
    }

    private static <E> UniformRows<E> of(List<EntityColumn<E, ?>> columns, List<Parameter> arrays, int rows) {
        List<ColumnReference> references =
                columns.stream().map(Columns::reference).toList();
        return new UniformRows<>(List.copyOf(columns), new RowSource.Arrays(references, arrays, rows));
    }

    /** The columns and values of one kind of write. */
    private interface Writing<E> {

        /** Returns whether the rows may have {@code column}. */
        boolean concerns(EntityColumn<E, ?> column);

        /** Returns the value of {@code column} in the row of {@code entity}. */
        @Nullable
        Object value(EntityColumn<E, ?> column, E entity);

        /** Returns whether a row writes {@code value} instead of leaving the column to the database. */
        boolean writes(EntityColumn<E, ?> column, @Nullable Object value);
    }
}
