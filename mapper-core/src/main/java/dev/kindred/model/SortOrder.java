package dev.kindred.model;

import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One term of the order of a query. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param ordering the term as a part of a statement
 */
public record SortOrder<E>(Ordering ordering) {

    public SortOrder {
        Checks.notNull(ordering, "ordering");
    }

    static <E> SortOrder<E> of(EntityColumn<E, ?> column, Ordering.Direction direction) {
        return new SortOrder<>(new Ordering(column.reference(), direction, Ordering.Nulls.SERVER_DEFAULT));
    }

    /** Returns {@code terms} and then {@code orders}. */
    public static <E> List<Ordering> appended(List<Ordering> terms, Collection<SortOrder<E>> orders) {
        List<Ordering> all = new ArrayList<>(Checks.<Ordering>noNulls(terms, "terms"));
        for (SortOrder<E> order : Checks.noNulls(orders, "orders")) {
            all.add(order.ordering());
        }
        return all;
    }

    /** The same order with nulls first. */
    public SortOrder<E> nullsFirst() {
        return new SortOrder<>(new Ordering(ordering.expression(), ordering.direction(), Ordering.Nulls.FIRST));
    }

    /** The same order with nulls last. */
    public SortOrder<E> nullsLast() {
        return new SortOrder<>(new Ordering(ordering.expression(), ordering.direction(), Ordering.Nulls.LAST));
    }
}
