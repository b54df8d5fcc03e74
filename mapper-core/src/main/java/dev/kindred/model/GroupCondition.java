package dev.kindred.model;

import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;

/**
 * A condition on groups of rows, for {@code having} only. Immutable and thread-safe; equal when the predicates are.
 *
 * @param <E> the entity
 * @param predicate the condition as a part of a statement
 */
public record GroupCondition<E>(Predicate predicate) {

    public GroupCondition {
        Checks.notNull(predicate, "predicate");
    }

    /** Both this and {@code other}. */
    public GroupCondition<E> and(GroupCondition<E> other) {
        return new GroupCondition<>(predicate.and(Checks.notNull(other, "other").predicate));
    }

    /** This or {@code other} or both; taken together, as in parentheses, wherever it stands. */
    public GroupCondition<E> or(GroupCondition<E> other) {
        return new GroupCondition<>(predicate.or(Checks.notNull(other, "other").predicate));
    }

    /** The opposite, by SQL's rules: a test of a null is neither true nor false. */
    public GroupCondition<E> not() {
        return new GroupCondition<>(new Predicate.Negation(predicate));
    }
}
