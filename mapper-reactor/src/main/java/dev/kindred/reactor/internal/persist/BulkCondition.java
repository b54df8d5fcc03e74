package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.Condition;
import org.jspecify.annotations.Nullable;

/** Which rows a bulk write means: those of a condition, or every row when that was said. */
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
                            + query.model().table()
                            + ". Add where(..), or say everything() if that is meant.");
        }
        if (isNarrowed && everything) {
            throw new IllegalArgumentException(
                    "The " + what + " of " + query.model().name()
                            + " has a condition and everything(), which do not go together. Leave one out.");
        }
        return query.toSelect().where();
    }
}
