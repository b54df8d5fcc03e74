package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import java.util.function.UnaryOperator;

/**
 * The conditions of a query, including conditions on its relations. Each step returns a new instance and does not
 * change this one. The condition of a step is combined with AND. The condition of a step whose name begins with
 * {@code or} is combined with OR: either all conditions before it hold, or it holds.
 *
 * <p>A condition on a relation is a sub-query that is correlated with the enclosing row, so a row is returned once for
 * any number of related rows. An {@code or} in a callback stays in parentheses. The scope of the relation always
 * applies. If the relation has an order, the condition applies to the first related row only.
 *
 * @param <E> the entity
 * @param <S> the type that the steps return
 */
public interface RelationSteps<E, S extends RelationSteps<E, S>> {

    /** Adds a condition with AND. */
    S where(Condition<E> condition);

    /** Adds conditions with AND. */
    default S where(Condition<E> first, Condition<E> second) {
        return where(Checks.notNull(first, "first").and(Checks.notNull(second, "second")));
    }

    /** Adds conditions with AND. */
    default S where(Condition<E> first, Condition<E> second, Condition<E> third) {
        return where(Checks.notNull(first, "first")
                .and(Checks.notNull(second, "second"))
                .and(Checks.notNull(third, "third")));
    }

    /** Adds a condition with OR: either all conditions before it hold, or it holds. */
    S orWhere(Condition<E> condition);

    /** A related row exists. */
    default S has(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").exists());
    }

    /** AND a related row exists. The same as without {@code and}. */
    default S andHas(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").exists());
    }

    /** OR a related row exists. */
    default S orHas(Relation<E, ?> relation) {
        return orWhere(Checks.notNull(relation, "relation").exists());
    }

    /** The number of related rows satisfies {@code operator} and {@code count}. */
    default S has(Relation<E, ?> relation, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count().is(operator, count));
    }

    /** AND the number of related rows satisfies {@code operator} and {@code count}. The same as without {@code and}. */
    default S andHas(Relation<E, ?> relation, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count().is(operator, count));
    }

    /** OR the number of related rows satisfies {@code operator} and {@code count}. */
    default S orHas(Relation<E, ?> relation, ComparisonOperator operator, long count) {
        return orWhere(Checks.notNull(relation, "relation").count().is(operator, count));
    }

    /** No related row exists. */
    default S doesntHave(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").doesntExist());
    }

    /** AND no related row exists. The same as without {@code and}. */
    default S andDoesntHave(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").doesntExist());
    }

    /** OR no related row exists. */
    default S orDoesntHave(Relation<E, ?> relation) {
        return orWhere(Checks.notNull(relation, "relation").doesntExist());
    }

    /** A related row exists in {@code rows}. */
    default <R> S whereHas(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").exists(rows));
    }

    /** AND a related row exists in {@code rows}. The same as without {@code and}. */
    default <R> S andWhereHas(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").exists(rows));
    }

    /** OR a related row exists in {@code rows}. */
    default <R> S orWhereHas(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return orWhere(Checks.notNull(relation, "relation").exists(rows));
    }

    /** The number of related rows in {@code rows} satisfies {@code operator} and {@code count}. */
    default <R> S whereHas(
            Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count(rows).is(operator, count));
    }

    /**
     * AND the number of related rows in {@code rows} satisfies {@code operator} and {@code count}. The same as without
     * {@code and}.
     */
    default <R> S andWhereHas(
            Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count(rows).is(operator, count));
    }

    /** OR the number of related rows in {@code rows} satisfies {@code operator} and {@code count}. */
    default <R> S orWhereHas(
            Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows, ComparisonOperator operator, long count) {
        return orWhere(Checks.notNull(relation, "relation").count(rows).is(operator, count));
    }

    /** No related row exists in {@code rows}. */
    default <R> S whereDoesntHave(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").doesntExist(rows));
    }

    /** AND no related row exists in {@code rows}. The same as without {@code and}. */
    default <R> S andWhereDoesntHave(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").doesntExist(rows));
    }

    /** OR no related row exists in {@code rows}. */
    default <R> S orWhereDoesntHave(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return orWhere(Checks.notNull(relation, "relation").doesntExist(rows));
    }

    /** The related row is the row of {@code related}; see {@link Relation#is}. */
    default <R> S whereRelated(Relation<E, R> relation, R related) {
        return where(Checks.notNull(relation, "relation").is(related));
    }

    /** The related row is another row or does not exist; see {@link Relation#isNot}. */
    default <R> S whereNotRelated(Relation<E, R> relation, R related) {
        return where(Checks.notNull(relation, "relation").isNot(related));
    }
}
