package dev.kindred.internal.render.postgres;

import dev.kindred.sql.AggregateFunction;
import dev.kindred.sql.Expression;
import dev.kindred.sql.Expression.Aggregation;
import dev.kindred.sql.Expression.ColumnReference;
import dev.kindred.sql.Expression.Parameter;
import dev.kindred.sql.ExpressionVisitor;
import dev.kindred.sql.Subquery;
import org.jspecify.annotations.Nullable;

/** Writes values, and the sub-queries that some are made of. */
final class ExpressionWriter implements ExpressionVisitor<SqlWriter> {

    private final SqlWriter sql;
    private final Level level;

    ExpressionWriter(SqlWriter sql, Level level) {
        this.sql = sql;
        this.level = level;
    }

    @Override
    public SqlWriter column(ColumnReference column) {
        return level.column(sql, column);
    }

    @Override
    public SqlWriter parameter(Parameter parameter) {
        return sql.parameter(parameter);
    }

    @Override
    public SqlWriter aggregation(Aggregation aggregation) {
        if (aggregation.function() == AggregateFunction.EXISTS) {
            return exists(aggregation.rows());
        }
        sql.append("(SELECT ");
        function(aggregation, level.inside());
        return rows(aggregation.rows()).append(")");
    }

    /** Writes the test for a row. */
    SqlWriter exists(Subquery rows) {
        sql.append("EXISTS (SELECT 1");
        return rows(rows).append(")");
    }

    /** Writes an expression as it stands in a select list: what the driver cannot read in binary is cast to text. */
    void selected(Expression expression) {
        expression.accept(this);
        if (expression instanceof ColumnReference column) {
            sql.readable(column.type());
        } else if (expression instanceof Aggregation aggregation) {
            sql.readable(aggregation.type());
        }
    }

    /** Writes the function over the rows of {@code at}. */
    void function(Aggregation aggregation, Level at) {
        @Nullable ColumnReference column = aggregation.column();
        switch (aggregation.function()) {
            case COUNT -> sql.append("count(*)");
            case EXISTS -> sql.append("count(*) > 0");
            case SUM -> cast("sum(", column, at, aggregation);
            case AVG -> cast("avg(", column, at, aggregation);
            case MIN -> call("min(", column, at);
            case MAX -> call("max(", column, at);
        }
    }

    private void cast(String call, @Nullable ColumnReference column, Level at, Aggregation aggregation) {
        call(call, column, at);
        sql.cast(aggregation.type().name());
    }

    private void call(String call, @Nullable ColumnReference column, Level at) {
        if (column != null) {
            sql.append(call);
            at.column(sql, column).append(")");
        }
    }

    /** Writes everything from FROM on: the links first, so that no condition can replace them. */
    private SqlWriter rows(Subquery rows) {
        Level inside = level.inside();
        PredicateWriter predicates = new PredicateWriter(sql, inside);
        sql.append(" FROM ");
        inside.table(sql, rows.table()).append(" WHERE ").list(rows.links(), " AND ", link -> {
            inside.column(sql, link.inner()).append(" = ");
            level.column(sql, link.outer());
        });
        rows.conditions().forEach(condition -> {
            sql.append(" AND ");
            predicates.operand(condition);
        });
        return sql;
    }
}
