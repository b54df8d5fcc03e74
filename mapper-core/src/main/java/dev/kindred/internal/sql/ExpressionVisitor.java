package dev.kindred.internal.sql;

/** One method for each kind of {@link Expression}, so that a new kind does not compile until every visitor handles it. */
public interface ExpressionVisitor<R> {

    /** Visits a column. */
    R column(Expression.ColumnReference column);

    /** Visits a bound value. */
    R parameter(Expression.Parameter parameter);

    /** Visits a value made of the rows of a group. */
    R function(Expression.Function function);

    /** Visits a value made of the rows of a sub-query. */
    R aggregation(Expression.Aggregation aggregation);
}
