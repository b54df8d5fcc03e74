package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Ordering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One term of the order of a query. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param ordering the term as a part of a statement
 */
public record Order<E>(Ordering ordering) {

    public Order {
        Checks.notNull(ordering, "ordering");
    }

    static <E> Order<E> of(Column<E, ?> column, Ordering.Direction direction) {
        return new Order<>(new Ordering(column.reference(), direction, Ordering.Nulls.SERVER_DEFAULT));
    }

    /** Returns {@code terms} and then {@code orders}. */
    public static <E> List<Ordering> appended(List<Ordering> terms, Collection<Order<E>> orders) {
        List<Ordering> all = new ArrayList<>(Checks.<Ordering>noNulls(terms, "terms"));
        for (Order<E> order : Checks.noNulls(orders, "orders")) {
            all.add(order.ordering());
        }
        return all;
    }

    /** The same order with nulls first. */
    public Order<E> nullsFirst() {
        return new Order<>(new Ordering(ordering.expression(), ordering.direction(), Ordering.Nulls.FIRST));
    }

    /** The same order with nulls last. */
    public Order<E> nullsLast() {
        return new Order<>(new Ordering(ordering.expression(), ordering.direction(), Ordering.Nulls.LAST));
    }
}
