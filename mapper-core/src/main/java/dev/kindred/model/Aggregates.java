package dev.kindred.model;

import dev.kindred.sql.AggregateFunction;
import dev.kindred.sql.Expression.Aggregation;
import dev.kindred.type.SqlTypes;
import java.util.function.UnaryOperator;

/** How relations become aggregates. */
final class Aggregates {

    private Aggregates() {}

    static <E, R> Aggregate<E, Long> count(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return new Aggregate<>(
                relation.name() + "Count",
                relation,
                new Aggregation(AggregateFunction.COUNT, null, RelationConditions.rows(relation, rows), SqlTypes.LONG));
    }
}
