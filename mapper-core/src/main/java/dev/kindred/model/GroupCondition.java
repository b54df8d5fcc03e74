package dev.kindred.model;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;

/**
 * A condition on the groups of a grouped query, for {@code having}. Aggregates of groups create such conditions.
 * Immutable and thread-safe; two are equal if they render to the same SQL and values.
 *
 * @param <E> the entity
 */
public final class GroupCondition<E> extends Wrapper<Predicate> {

    GroupCondition(Predicate predicate) {
        super(predicate);
    }

    /** Returns the condition that this and {@code other} both hold. */
    public GroupCondition<E> and(GroupCondition<E> other) {
        return new GroupCondition<>(Nodes.of(this).and(Nodes.of(Checks.notNull(other, "other"))));
    }

    /**
     * Returns the condition that this or {@code other} holds, or both. It is in parentheses if it is part of another
     * condition.
     */
    public GroupCondition<E> or(GroupCondition<E> other) {
        return new GroupCondition<>(Nodes.of(this).or(Nodes.of(Checks.notNull(other, "other"))));
    }

    /**
     * Returns the negation. As in SQL, a test of a null is neither true nor false, so its negation is not true either.
     */
    public GroupCondition<E> not() {
        return new GroupCondition<>(new Predicate.Negation(Nodes.of(this)));
    }
}
