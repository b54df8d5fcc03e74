package dev.kindred.internal.preload;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows in Java that is equal to the order of the server. Immutable and thread-safe.
 *
 * @param <R> the entity of the rows
 */
public final class JavaOrder<R> {

    /** Integers have one order. Texts depend on the collation, and times and decimals on their precision. */
    private static final Set<SqlType<?>> COMPARABLE = Set.of(SqlTypes.SHORT, SqlTypes.INTEGER, SqlTypes.LONG);

    private final List<Term<R>> terms;
    private final Comparator<R> comparator;

    private JavaOrder(List<Term<R>> terms) {
        this.terms = terms;
        this.comparator = terms.stream()
                .<Comparator<R>>map(term -> term::compare)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /**
     * Returns the order {@code order}, or null if it is empty, the rows lack a column of it, or Java may sort it
     * differently.
     *
     * @param columns the columns that are read
     */
    static <R> @Nullable JavaOrder<R> of(List<Ordering> order, List<EntityColumn<R, ?>> columns) {
        List<Term<R>> terms = new ArrayList<>();
        for (Ordering each : order) {
            @Nullable Term<R> term = term(each, columns);
            if (term == null) {
                return null;
            }
            terms.add(term);
        }
        return terms.isEmpty() ? null : new JavaOrder<>(List.copyOf(terms));
    }

    private static <R> @Nullable Term<R> term(Ordering order, List<EntityColumn<R, ?>> columns) {
        for (EntityColumn<R, ?> column : columns) {
            if (Columns.reference(column).equals(order.expression())) {
                return isComparable(column) ? new Term<>(column, order.direction() == Direction.ASCENDING) : null;
            }
        }
        return null;
    }

    private static boolean isComparable(EntityColumn<?, ?> column) {
        boolean isNeverNull =
                Nodes.of(column).is(ColumnTrait.ID) || !Nodes.of(column).is(ColumnTrait.NULLABLE);
        return isNeverNull && COMPARABLE.contains(column.type());
    }

    /** Sorts {@code rows}. The server often sends them in order, so that each number is read once. */
    public void sort(List<R> rows) {
        if (!isAscending(terms.get(0), rows)) {
            rows.sort(comparator);
        }
    }

    /** Returns whether the first term alone shows that the rows are in order. */
    private static <R> boolean isAscending(Term<R> first, List<R> rows) {
        long last = first.number(rows.get(0));
        for (int i = 1; i < rows.size(); i++) {
            long next = first.number(rows.get(i));
            if (first.compare(last, next) >= 0) {
                return false;
            }
            last = next;
        }
        return true;
    }

    private record Term<R>(EntityColumn<R, ?> column, boolean isAscending) {

        long number(R row) {
            return column.getOrNull(row) instanceof Number number ? number.longValue() : 0;
        }

        int compare(R first, R second) {
            return compare(number(first), number(second));
        }

        int compare(long first, long second) {
            return isAscending ? Long.compare(first, second) : Long.compare(second, first);
        }
    }
}
