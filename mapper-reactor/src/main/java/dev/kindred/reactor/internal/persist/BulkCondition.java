package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.Condition;
import org.jspecify.annotations.Nullable;

/** The rows of a bulk write: those that satisfy a condition, or every row after {@code everything()}. */
public record BulkCondition<E>(SelectQuery<E> query, boolean everything) {

    /** Returns the rows that also satisfy {@code condition}. */
    public BulkCondition<E> and(Condition<E> condition) {
        return new BulkCondition<>(query.where(condition), everything);
    }

    /** Returns these rows and those that satisfy {@code condition}. */
    public BulkCondition<E> or(Condition<E> condition) {
        return new BulkCondition<>(query.orWhere(condition), everything);
    }

    /** Returns every row of the table. */
    public BulkCondition<E> all() {
        return new BulkCondition<>(query, true);
    }

    /** Returns the condition, or null for every row. */
    @Nullable
    public Predicate predicate(String what) {
        boolean isNarrowed = query.filter().where() != null;
        if (!isNarrowed && !everything) {
            throw new IllegalArgumentException(
                    "The " + what + " of " + query.model().name()
                            + " has no condition, so it would write every row of "
                            + Nodes.of(query.model()).table()
                            + ". Add where(..), or everything() to write every row.");
        }
        if (isNarrowed && everything) {
            throw new IllegalArgumentException("The " + what + " of "
                    + query.model().name() + " has both a condition and everything(). Remove one of them.");
        }
        return query.toSelect().where();
    }
}
