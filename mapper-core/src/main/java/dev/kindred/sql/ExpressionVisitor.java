package dev.kindred.sql;

/** One method for each kind of {@link Expression}, so that a new kind does not compile until every visitor handles it. */
public interface ExpressionVisitor<R> {

    R column(Expression.ColumnReference column);

    R parameter(Expression.Parameter parameter);
}
