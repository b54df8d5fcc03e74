package dev.kindred.model;

import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;

/**
 * A condition on the rows of an entity. Immutable and thread-safe; equal when the predicates are.
 *
 * @param <E> the entity, so that a column of another one does not compile
 * @param predicate the condition as a part of a statement
 */
public record Condition<E>(Predicate predicate) {

    public Condition {
        Checks.notNull(predicate, "predicate");
    }

    /** Both this and {@code other}. */
    public Condition<E> and(Condition<E> other) {
        return new Condition<>(predicate.and(Checks.notNull(other, "other").predicate));
    }

    /** This or {@code other} or both; taken together, as in parentheses, wherever it stands. */
    public Condition<E> or(Condition<E> other) {
        return new Condition<>(predicate.or(Checks.notNull(other, "other").predicate));
    }

    /** The opposite, by SQL's rules: a test of a null is neither true nor false. */
    public Condition<E> not() {
        return new Condition<>(new Predicate.Negation(predicate));
    }
}
