package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.GroupCondition;
import dev.kindred.model.GroupValue;
import dev.kindred.model.SortOrder;
import dev.kindred.query.GroupedRow;
import reactor.core.publisher.Flux;

/**
 * A query for groups of rows with aggregates, started by {@link EntitySelect#groupBy}. Conditions of the query select
 * the rows to group. Its order, limit and offset apply to the groups. Immutable and thread-safe. Each step returns a
 * new query, and each subscription to a result sends the statement again.
 *
 * @param <E> the entity
 */
public interface GroupedSelect<E> {

    /**
     * Reads an aggregate of each group.
     */
    GroupedSelect<E> with(GroupValue<E, ?> value);

    /**
     * Adds a condition on groups, combined with earlier ones by {@code AND}.
     */
    GroupedSelect<E> having(GroupCondition<E> condition);

    /**
     * Adds a term to the order of the groups: a column of the grouping, or an aggregate.
     */
    GroupedSelect<E> orderBy(SortOrder<E> order);

    /** Adds terms to the order of the groups, as {@link #orderBy(SortOrder)} does. */
    default GroupedSelect<E> orderBy(SortOrder<E> first, SortOrder<E> second) {
        return orderBy(Checks.notNull(first, "first")).orderBy(Checks.notNull(second, "second"));
    }

    /** Adds terms to the order of the groups, as {@link #orderBy(SortOrder)} does. */
    default GroupedSelect<E> orderBy(SortOrder<E> first, SortOrder<E> second, SortOrder<E> third) {
        return orderBy(first, second).orderBy(Checks.notNull(third, "third"));
    }

    /** Reads aggregates of each group. */
    default GroupedSelect<E> with(GroupValue<E, ?> first, GroupValue<E, ?> second) {
        return with(Checks.notNull(first, "first")).with(Checks.notNull(second, "second"));
    }

    /** Reads aggregates of each group. */
    default GroupedSelect<E> with(GroupValue<E, ?> first, GroupValue<E, ?> second, GroupValue<E, ?> third) {
        return with(first, second).with(Checks.notNull(third, "third"));
    }

    /**
     * Reads at most {@code groups} groups. A later call replaces an earlier one.
     */
    GroupedSelect<E> limit(long groups);

    /**
     * Returns all groups. Reads the whole result, returns the connection, and emits. One statement.
     */
    Flux<GroupedRow<E>> all();
}
