package dev.kindred.internal.sql;

/** One method for each kind of {@link Expression}. A new kind compiles only when every visitor handles it. */
public interface ExpressionVisitor<R> {

    /** Visits a column. */
    R column(Expression.ColumnReference column);

    /** Visits a bound value. */
    R parameter(Expression.Parameter parameter);

    /** Visits an aggregate over a group. */
    R function(Expression.Function function);

    /** Visits an aggregate over a sub-query. */
    R aggregation(Expression.Aggregation aggregation);
}
