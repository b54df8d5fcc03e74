package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Function;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.ExpressionVisitor;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.TypeName;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes expressions and the sub-queries of aggregates. */
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
    public SqlWriter function(Function function) {
        @Nullable ColumnReference column = function.column();
        if (column == null) {
            return sql.append(function.function() == AggregateFunction.EXISTS ? "count(*) > 0" : "count(*)");
        }
        sql.append(
                switch (function.function()) {
                    case SUM -> "sum(";
                    case AVG -> "avg(";
                    case MIN -> "min(";
                    case MAX -> "max(";
                    case COUNT, EXISTS -> throw new IllegalStateException("A function of rows takes no column");
                });
        if (isExtreme(function)) {
            return extreme(column, function.type().name());
        }
        return column(column).append(")").cast(function.type().name());
    }

    /** PostgreSQL supports min and max of uuid from version 18. The text in the C collation has the same order. */
    private SqlWriter extreme(ColumnReference column, TypeName type) {
        boolean isUuid = column.type().name().equals(SqlTypes.UUID.name());
        column(column).append(isUuid ? "::text COLLATE \"C\")" : ")");
        return isUuid ? sql.cast(type) : sql;
    }

    @Override
    public SqlWriter aggregation(Aggregation aggregation) {
        if (aggregation.function().function() == AggregateFunction.EXISTS) {
            return exists(aggregation.rows());
        }
        sql.append("(SELECT ");
        new ExpressionWriter(sql, level.inside()).function(aggregation.function());
        return rows(aggregation.rows()).append(")");
    }

    private static boolean isExtreme(Function function) {
        return function.function() == AggregateFunction.MIN || function.function() == AggregateFunction.MAX;
    }

    /** Writes the EXISTS test of {@code rows}. */
    SqlWriter exists(Subquery rows) {
        sql.append("EXISTS (SELECT 1");
        return rows(rows).append(")");
    }

    /** Writes an expression of a select list, with the cast that the driver needs to read it. */
    void selected(Expression expression) {
        expression.accept(this);
        if (expression instanceof ColumnReference column) {
            sql.readable(column.type());
        } else if (expression instanceof Aggregation aggregation) {
            sql.readable(aggregation.type());
        } else if (expression instanceof Function function) {
            sql.readable(function.type());
        }
    }

    private SqlWriter rows(Subquery rows) {
        return rows(level.inside(), rows);
    }

    /** Writes the FROM clause and everything after it. The table of {@code rows} is at level {@code inside}. */
    SqlWriter rows(Level inside, Subquery rows) {
        Subquery.@Nullable First first = rows.first();
        sql.append(" FROM ");
        if (rows.once()) {
            return once(inside, rows);
        }
        if (first == null) {
            HopWriter hops = new HopWriter(sql, inside, rows.hops());
            hops.tables(hops.from(level));
            sql.append(" WHERE ");
            return matching(inside, rows);
        }
        first(inside, rows, first);
        PredicateWriter predicates = new PredicateWriter(sql, inside);
        sql.append(rows.conditions().isEmpty() ? "" : " WHERE ");
        return sql.list(rows.conditions(), " AND ", predicates::operand);
    }

    /** Writes the rows to which at least one way leads. */
    private SqlWriter once(Level inside, Subquery rows) {
        HopWriter hops = new HopWriter(sql, inside, rows.hops());
        inside.table(sql, rows.table()).append(" WHERE EXISTS (SELECT 1 FROM ");
        hops.tablesBefore(hops.from(level));
        sql.append(" WHERE ");
        hops.linksToLast();
        sql.append(" AND ");
        return matching(inside, rows).append(")");
    }

    /** Writes the first row as a derived table with the alias of its table. */
    private void first(Level inside, Subquery rows, Subquery.First first) {
        ExpressionWriter expressions = new ExpressionWriter(sql, inside);
        sql.append("(SELECT ").list(first.columns(), ", ", expressions::column);
        rows(inside, new Subquery(rows.hops(), first.candidates()));
        expressions.orderBy(first.orderBy());
        sql.append(" LIMIT 1) AS ").name(inside.alias());
    }

    /**
     * Writes the condition of {@code rows}. The links come first and are joined with AND, so that no condition can
     * replace them.
     */
    SqlWriter matching(Level inside, Subquery rows) {
        HopWriter hops = new HopWriter(sql, inside, rows.hops());
        hops.startOf(hops.from(level));
        hops.conditions();
        PredicateWriter predicates = new PredicateWriter(sql, hops.last());
        rows.conditions().forEach(condition -> {
            sql.append(" AND ");
            predicates.operand(condition);
        });
        return sql;
    }

    /** Writes an ORDER BY of expressions. */
    void orderBy(List<Ordering> terms) {
        orderBy(terms, ordering -> ordering.expression().accept(this));
    }

    /** Writes an ORDER BY. {@code sortedBy} writes each term without its direction. */
    void orderBy(List<Ordering> terms, Consumer<Ordering> sortedBy) {
        if (!terms.isEmpty()) {
            sql.append(" ORDER BY ").list(terms, ", ", ordering -> {
                sortedBy.accept(ordering);
                direction(ordering);
            });
        }
    }

    /** Writes one term of an ORDER BY. */
    void sorted(Ordering term) {
        term.expression().accept(this);
        direction(term);
    }

    private void direction(Ordering ordering) {
        sql.append(ordering.direction() == Ordering.Direction.ASCENDING ? " ASC" : " DESC");
        switch (ordering.nulls()) {
            case FIRST -> sql.append(" NULLS FIRST");
            case LAST -> sql.append(" NULLS LAST");
            case SERVER_DEFAULT -> {}
        }
    }
}
