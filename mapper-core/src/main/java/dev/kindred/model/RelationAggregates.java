package dev.kindred.model;

import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Expression.Function;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlType;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates the aggregates of relations. */
final class RelationAggregates {

    private RelationAggregates() {}

    /** Returns an aggregate of rows. */
    static <E, R, T> Aggregate<E, T> of(
            Relation<E, R> relation, AggregateFunction function, SqlType<T> type, UnaryOperator<RelatedRows<R>> rows) {
        return new Aggregate<>(
                label(relation) + word(function),
                relation,
                new Aggregation(
                        new Function(function, null, type),
                        function == AggregateFunction.EXISTS
                                ? RelationConditions.existing(relation, rows)
                                : RelationConditions.distinct(relation, rows)));
    }

    /** Returns an aggregate of the values of a column. It is null without a value. */
    static <E, R, T> Aggregate<E, @Nullable T> of(
            Relation<E, R> relation, Over<R> over, SqlType<T> type, UnaryOperator<RelatedRows<R>> rows) {
        Subquery some = RelationConditions.distinct(relation, rows);
        relation.related().ordinal(over.column);
        String member = over.column.member();
        return new Aggregate<>(
                label(relation)
                        + word(over.function)
                        + member.substring(0, 1).toUpperCase(Locale.ROOT)
                        + member.substring(1),
                relation,
                new Aggregation(
                        new Function(over.function, Nodes.of(over.column).reference(), type), some));
    }

    static <R> Over<R> over(AggregateFunction function, EntityColumn<R, ?> column) {
        return new Over<>(function, Checks.notNull(column, "column"));
    }

    /** A type of a relation to one of several types has its name in parentheses, which no label has. */
    private static String label(Relation<?, ?> relation) {
        return relation.name().replace("(", "").replace(")", "");
    }

    private static String word(AggregateFunction function) {
        String name = function.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A function of the values of a column. */
    record Over<R>(AggregateFunction function, EntityColumn<R, ?> column) {}
}
