package dev.kindred.model;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;

/**
 * A condition on the rows of an entity. Columns, relations and aggregates create conditions. Immutable and thread-safe;
 * two are equal if they render to the same SQL and values.
 *
 * @param <E> the entity: a condition on another entity does not compile
 */
public final class Condition<E> extends Wrapper<Predicate> {

    Condition(Predicate predicate) {
        super(predicate);
    }

    /** Returns the condition that this and {@code other} both hold. */
    public Condition<E> and(Condition<E> other) {
        return new Condition<>(Nodes.of(this).and(Nodes.of(Checks.notNull(other, "other"))));
    }

    /**
     * Returns the condition that this or {@code other} holds, or both. It is in parentheses if it is part of another
     * condition.
     */
    public Condition<E> or(Condition<E> other) {
        return new Condition<>(Nodes.of(this).or(Nodes.of(Checks.notNull(other, "other"))));
    }

    /**
     * Returns the negation. As in SQL, a test of a null is neither true nor false, so its negation is not true either.
     */
    public Condition<E> not() {
        return new Condition<>(new Predicate.Negation(Nodes.of(this)));
    }
}
