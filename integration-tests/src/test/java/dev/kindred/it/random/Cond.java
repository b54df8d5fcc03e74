package dev.kindred.it.random;

import dev.kindred.it.random.Row.Mark;
import dev.kindred.model.Aggregate;
import dev.kindred.model.Condition;
import dev.kindred.model.RowSteps;
import dev.kindred.model.SortOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A condition and its value in the model.
 *
 * @param condition the condition
 * @param truth its value
 */
record Cond<E>(Condition<E> condition, Truth truth) {

    Cond<E> not() {
        return new Cond<>(condition.not(), truth.not());
    }

    /**
     * An aggregate and its value in the model.
     *
     * @param aggregate the aggregate
     * @param value returns a number, a boolean, or null
     */
    record Agg<E>(Aggregate<E, ?> aggregate, Function<Row, @Nullable Object> value) {}

    /**
     * An order and its comparator in the model.
     *
     * @param terms the terms, which end with the primary key
     * @param sorting the comparator
     */
    record Order<E>(List<SortOrder<E>> terms, Sorting sorting) {}

    /**
     * Conditions that are added one by one, and the rows that are meant.
     *
     * @param clauses the conditions
     * @param mark which rows with a soft delete
     */
    record Filter<E>(List<Clause<E>> clauses, Mark mark) {

        <S extends RowSteps<E, S>> S on(S steps) {
            S filtered = mark == Mark.ALL ? steps.withDeleted() : mark == Mark.MARKED ? steps.onlyDeleted() : steps;
            for (Clause<E> clause : clauses) {
                filtered = clause.isOr()
                        ? filtered.orWhere(clause.cond().condition())
                        : filtered.where(clause.cond().condition());
            }
            return filtered;
        }

        /** Returns the value of the conditions, without the mark. */
        Truth truth() {
            Truth truth = Truth.TRUE;
            for (Clause<E> clause : clauses) {
                truth = clause.isOr()
                        ? truth.or(clause.cond().truth())
                        : truth.and(clause.cond().truth());
            }
            return truth;
        }
    }

    /** A condition that is added with AND or OR. */
    record Clause<E>(boolean isOr, Cond<E> cond) {}
}
