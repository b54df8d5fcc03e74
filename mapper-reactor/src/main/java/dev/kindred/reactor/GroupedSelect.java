package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.GroupCondition;
import dev.kindred.model.GroupValue;
import dev.kindred.model.SortOrder;
import dev.kindred.query.GroupedRow;
import reactor.core.publisher.Flux;

/**
 * A query for groups of rows and values made of each, started by {@link EntitySelect#groupBy}. Conditions of the query say which rows
 * there are to group; its order, its limit and its offset are those of the groups. Immutable and thread-safe: each step returns a new one,
 * and each subscription to a result runs anew.
 *
 * @param <E> the entity
 */
public interface GroupedSelect<E> {

    /** Reads a value made of the rows of each group too. */
    GroupedSelect<E> with(GroupValue<E, ?> value);

    /** Adds a condition on groups that must hold as well as those before. */
    GroupedSelect<E> having(GroupCondition<E> condition);

    /** Adds a term to the order of the groups, by a column they are grouped by or a value made of their rows. */
    GroupedSelect<E> orderBy(SortOrder<E> order);

    /** Adds terms to the order of the groups, as {@link #orderBy(SortOrder)} does. */
    default GroupedSelect<E> orderBy(SortOrder<E> first, SortOrder<E> second) {
        return orderBy(Checks.notNull(first, "first")).orderBy(Checks.notNull(second, "second"));
    }

    /** Adds terms to the order of the groups, as {@link #orderBy(SortOrder)} does. */
    default GroupedSelect<E> orderBy(SortOrder<E> first, SortOrder<E> second, SortOrder<E> third) {
        return orderBy(first, second).orderBy(Checks.notNull(third, "third"));
    }

    /** Reads values computed from the rows of each group. */
    default GroupedSelect<E> with(GroupValue<E, ?> first, GroupValue<E, ?> second) {
        return with(Checks.notNull(first, "first")).with(Checks.notNull(second, "second"));
    }

    /** Reads values computed from the rows of each group. */
    default GroupedSelect<E> with(GroupValue<E, ?> first, GroupValue<E, ?> second, GroupValue<E, ?> third) {
        return with(first, second).with(Checks.notNull(third, "third"));
    }

    /** Reads at most {@code groups} groups; a later call replaces an earlier one. */
    GroupedSelect<E> limit(long groups);

    /** Returns all groups. Reads the result to its end, gives the connection back, and emits. One statement. */
    Flux<GroupedRow<E>> all();
}
