package dev.kindred.model;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Wrapper;

/**
 * One term of the order of a query. Columns and aggregates create terms. Immutable and thread-safe; two are equal if
 * they render to the same SQL.
 *
 * @param <E> the entity
 */
public final class SortOrder<E> extends Wrapper<Ordering> {

    SortOrder(Ordering ordering) {
        super(ordering);
    }

    static <E> SortOrder<E> of(EntityColumn<E, ?> column, Ordering.Direction direction) {
        return new SortOrder<>(new Ordering(Nodes.of(column).reference(), direction, Ordering.Nulls.SERVER_DEFAULT));
    }

    /** Returns the same term with nulls first. */
    public SortOrder<E> nullsFirst() {
        return with(Ordering.Nulls.FIRST);
    }

    /** Returns the same term with nulls last. */
    public SortOrder<E> nullsLast() {
        return with(Ordering.Nulls.LAST);
    }

    private SortOrder<E> with(Ordering.Nulls nulls) {
        Ordering ordering = Nodes.of(this);
        return new SortOrder<>(new Ordering(ordering.expression(), ordering.direction(), nulls));
    }
}
