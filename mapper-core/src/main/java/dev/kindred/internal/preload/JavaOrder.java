package dev.kindred.internal.preload;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order of rows in Java that is equal to the order of the server. Thread-safe: it has no state. */
final class JavaOrder {

    /** Integers have one order. Texts depend on the collation, and times and decimals on their precision. */
    private static final Set<SqlType<?>> COMPARABLE = Set.of(SqlTypes.SHORT, SqlTypes.INTEGER, SqlTypes.LONG);

    private JavaOrder() {}

    /**
     * Returns the comparator for {@code order}, or null if the rows lack a column of it or Java may sort it
     * differently.
     *
     * @param columns the columns that are read
     */
    static <R> @Nullable Comparator<R> of(List<Ordering> order, List<EntityColumn<R, ?>> columns) {
        @Nullable Comparator<R> all = null;
        for (Ordering term : order) {
            @Nullable Comparator<R> next = of(term, columns);
            if (next == null) {
                return null;
            }
            all = all == null ? next : all.thenComparing(next);
        }
        return all;
    }

    private static <R> @Nullable Comparator<R> of(Ordering term, List<EntityColumn<R, ?>> columns) {
        for (EntityColumn<R, ?> column : columns) {
            if (Columns.reference(column).equals(term.expression())) {
                Comparator<R> ascending = Comparator.comparingLong(row -> number(column, row));
                return isComparable(column)
                        ? term.direction() == Direction.ASCENDING ? ascending : ascending.reversed()
                        : null;
            }
        }
        return null;
    }

    private static boolean isComparable(EntityColumn<?, ?> column) {
        boolean isNeverNull =
                Nodes.of(column).is(ColumnTrait.ID) || !Nodes.of(column).is(ColumnTrait.NULLABLE);
        return isNeverNull && COMPARABLE.contains(column.type());
    }

    private static <R> long number(EntityColumn<R, ?> column, R row) {
        return column.getOrNull(row) instanceof Number number ? number.longValue() : 0;
    }
}
