package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import java.util.function.UnaryOperator;

/**
 * The conditions of a query, those on its relations among them. Each step returns a new one and leaves this one as it is. A step whose
 * name begins with {@code or} may hold in place of all before it, which are taken together as if in parentheses; every other one must hold
 * as well as all before it.
 *
 * <p>A relation is looked up by a sub-query that is correlated with the row right outside it, so each row comes once however many related
 * rows it has. What a callback says cannot widen that: an {@code or} in it stays in parentheses. The relation's scope holds. Of
 * several rows behind a to-one relation any will do, unless the relation has an order, which says which one is meant.
 *
 * @param <E> the entity
 * @param <S> what the steps are of
 */
public interface RelationSteps<E, S extends RelationSteps<E, S>> {

    /** Adds a condition that must hold as well as all before it. */
    S where(Condition<E> condition);

    /** Adds conditions that must all hold, as well as all before them. */
    default S where(Condition<E> first, Condition<E> second) {
        return where(Checks.notNull(first, "first").and(Checks.notNull(second, "second")));
    }

    /** Adds conditions that must all hold, as well as all before them. */
    default S where(Condition<E> first, Condition<E> second, Condition<E> third) {
        return where(Checks.notNull(first, "first")
                .and(Checks.notNull(second, "second"))
                .and(Checks.notNull(third, "third")));
    }

    /** Adds a condition that may hold in place of all before it, which are taken together as if in parentheses. */
    S orWhere(Condition<E> condition);

    /** There is a related row. */
    default S has(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").exists());
    }

    /** And there is a related row; the same as without {@code and}. */
    default S andHas(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").exists());
    }

    /** Or there is a related row. */
    default S orHas(Relation<E, ?> relation) {
        return orWhere(Checks.notNull(relation, "relation").exists());
    }

    /** The number of related rows compares to {@code count} as {@code operator} says. */
    default S has(Relation<E, ?> relation, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count().is(operator, count));
    }

    /** And the number of related rows compares to {@code count} as {@code operator} says; the same as without {@code and}. */
    default S andHas(Relation<E, ?> relation, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count().is(operator, count));
    }

    /** Or the number of related rows compares to {@code count} as {@code operator} says. */
    default S orHas(Relation<E, ?> relation, ComparisonOperator operator, long count) {
        return orWhere(Checks.notNull(relation, "relation").count().is(operator, count));
    }

    /** There is no related row. */
    default S doesntHave(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").doesntExist());
    }

    /** And there is no related row; the same as without {@code and}. */
    default S andDoesntHave(Relation<E, ?> relation) {
        return where(Checks.notNull(relation, "relation").doesntExist());
    }

    /** Or there is no related row. */
    default S orDoesntHave(Relation<E, ?> relation) {
        return orWhere(Checks.notNull(relation, "relation").doesntExist());
    }

    /** There is a related row among {@code rows}. */
    default <R> S whereHas(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").exists(rows));
    }

    /** And there is a related row among {@code rows}; the same as without {@code and}. */
    default <R> S andWhereHas(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").exists(rows));
    }

    /** Or there is a related row among {@code rows}. */
    default <R> S orWhereHas(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return orWhere(Checks.notNull(relation, "relation").exists(rows));
    }

    /** The number of related rows among {@code rows} compares to {@code count} as {@code operator} says. */
    default <R> S whereHas(
            Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count(rows).is(operator, count));
    }

    /** And the number of related rows among {@code rows} compares to {@code count} as {@code operator} says; the same as without {@code and}. */
    default <R> S andWhereHas(
            Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows, ComparisonOperator operator, long count) {
        return where(Checks.notNull(relation, "relation").count(rows).is(operator, count));
    }

    /** Or the number of related rows among {@code rows} compares to {@code count} as {@code operator} says. */
    default <R> S orWhereHas(
            Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows, ComparisonOperator operator, long count) {
        return orWhere(Checks.notNull(relation, "relation").count(rows).is(operator, count));
    }

    /** There is no related row among {@code rows}. */
    default <R> S whereDoesntHave(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").doesntExist(rows));
    }

    /** And there is no related row among {@code rows}; the same as without {@code and}. */
    default <R> S andWhereDoesntHave(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return where(Checks.notNull(relation, "relation").doesntExist(rows));
    }

    /** Or there is no related row among {@code rows}. */
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
