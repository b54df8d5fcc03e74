package dev.kindred.internal.render.postgres;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.OfPivot;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Predicate.AnyOf;
import dev.kindred.internal.sql.Predicate.Comparison;
import dev.kindred.internal.sql.Predicate.Conjunction;
import dev.kindred.internal.sql.Predicate.Disjunction;
import dev.kindred.internal.sql.Predicate.InSelect;
import dev.kindred.internal.sql.Predicate.IsNull;
import dev.kindred.internal.sql.Predicate.Like;
import dev.kindred.internal.sql.Predicate.Negation;
import dev.kindred.internal.sql.Predicate.Raw;
import dev.kindred.internal.sql.Predicate.Related;
import dev.kindred.internal.sql.Predicate.RowAnyOf;
import dev.kindred.internal.sql.Predicate.RowComparison;
import dev.kindred.internal.sql.PredicateVisitor;
import dev.kindred.internal.sql.Reached;
import dev.kindred.internal.sql.Select;
import dev.kindred.type.ComparisonOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes conditions. A nested conjunction or disjunction is always in parentheses. */
final class PredicateWriter implements PredicateVisitor<SqlWriter> {

    private final SqlWriter sql;
    private final Level level;
    private final ExpressionWriter expressions;

    PredicateWriter(SqlWriter sql, Level level) {
        this.sql = sql;
        this.level = level;
        this.expressions = new ExpressionWriter(sql, level);
    }

    @Override
    public SqlWriter comparison(Comparison comparison) {
        comparison.left().accept(expressions).append(sign(comparison.operator()));
        return comparison.right().accept(expressions);
    }

    @Override
    public SqlWriter isNull(IsNull isNull) {
        return isNull.operand().accept(expressions).append(" IS NULL");
    }

    @Override
    public SqlWriter like(Like like) {
        like.operand().accept(expressions).append(like.ignoreCase() ? " ILIKE " : " LIKE ");
        return sql.parameter(like.pattern()).append(" ESCAPE '\\'");
    }

    /**
     * Writes more than {@link AnyOf#MOST_IN_ARRAY} elements as a sub-query. The server hashes the elements of
     * {@code = ANY} only if it plans the execution for them. Its generic plan can be a scan that compares each row with
     * each element: if statistics are old, or if few keys have most rows. With 100,000 rows and keys it took 37 s
     * instead of 0.2 s. Both plans of a sub-query use a hash table or an index. With an index they take up to three
     * times as long.
     */
    @Override
    public SqlWriter anyOf(AnyOf anyOf) {
        boolean isLong = AnyOf.isLong(anyOf.array());
        anyOf.operand().accept(expressions).append(isLong ? " IN (SELECT unnest(" : " = ANY(");
        return sql.parameter(anyOf.array()).append(isLong ? "))" : ")");
    }

    @Override
    public SqlWriter rowAnyOf(RowAnyOf rowAnyOf) {
        sql.append("(").list(rowAnyOf.columns(), ", ", expressions::column);
        sql.append(") IN (SELECT * FROM unnest(").list(rowAnyOf.arrays(), ", ", sql::parameter);
        return sql.append("))");
    }

    @Override
    public SqlWriter rowComparison(RowComparison rowComparison) {
        sql.append("(").list(rowComparison.columns(), ", ", expressions::column);
        sql.append(")").append(sign(rowComparison.operator())).append("(");
        return sql.list(rowComparison.values(), ", ", sql::parameter).append(")");
    }

    @Override
    public SqlWriter inSelect(InSelect inSelect) {
        sql.append("(").list(inSelect.columns(), ", ", expressions::column);
        sql.append(") IN (");
        return subselect(inSelect).append(")");
    }

    private SqlWriter subselect(InSelect inSelect) {
        Select query = inSelect.query();
        SelectWriter statements = new SelectWriter(sql);
        if (!inSelect.ignoresNulls()) {
            return statements.subselect(query);
        }
        boolean isWhole = query.page().equals(Select.Page.ALL) && query.distinct() == null;
        if (isWhole) {
            return statements.subselect(query.narrowed(withoutNulls(query)));
        }
        // A condition inside a query with a page or a distinct would change which rows are selected.
        sql.append("SELECT * FROM (");
        statements.subselect(query).append(") AS \"page\" WHERE ");
        return withoutNulls(query).accept(new PredicateWriter(sql, Level.WITHOUT_ALIAS));
    }

    private static Predicate withoutNulls(Select query) {
        List<Predicate> present = query.columns().stream()
                .<Predicate>map(column -> new Negation(new IsNull(column)))
                .toList();
        return present.size() == 1 ? present.get(0) : new Conjunction(present);
    }

    @Override
    public SqlWriter raw(Raw raw) {
        sql.append("(");
        return new RawWriter(sql).condition(raw.text(), raw.values()).append(")");
    }

    @Override
    public SqlWriter related(Related related) {
        return expressions.exists(related.rows());
    }

    @Override
    public SqlWriter reached(Reached reached) {
        HopWriter hops = new HopWriter(sql, level, reached.hops());
        sql.append("EXISTS (SELECT 1 FROM ");
        hops.tablesBefore(new HopWriter.Start(first -> sql.append("true"), true));
        sql.append(" WHERE ");
        hops.linksToLast();
        hops.conditions();
        if (reached.condition() != null) {
            sql.append(" AND ");
            new PredicateWriter(sql, hops.last()).operand(reached.condition());
        }
        return sql.append(")");
    }

    @Override
    public SqlWriter ofPivot(OfPivot ofPivot) {
        Level.@Nullable Before before = level.before();
        if (before == null || !before.table().equals(ofPivot.pivot())) {
            throw new MappingException("A condition on the pivot of " + ofPivot.relation() + ", a row of "
                    + ofPivot.pivot() + ", is used where no such row belongs to the row. Use it in a condition on the"
                    + " rows of " + ofPivot.relation() + ": in whereHas(..), in an aggregate, in a preload, or in"
                    + " related(..).query().");
        }
        PredicateWriter pivot = new PredicateWriter(sql, before.level());
        boolean parentheses = ofPivot.condition() instanceof Conjunction || ofPivot.condition() instanceof Disjunction;
        sql.append(parentheses ? "(" : "");
        return ofPivot.condition().accept(pivot).append(parentheses ? ")" : "");
    }

    @Override
    public SqlWriter conjunction(Conjunction conjunction) {
        return joined(conjunction.operands(), " AND ", "true");
    }

    @Override
    public SqlWriter disjunction(Disjunction disjunction) {
        return joined(disjunction.operands(), " OR ", "false");
    }

    @Override
    public SqlWriter negation(Negation negation) {
        if (negation.operand() instanceof IsNull isNull) {
            return isNull.operand().accept(expressions).append(" IS NOT NULL");
        }
        if (negation.operand() instanceof Related related) {
            sql.append("NOT ");
            return related(related);
        }
        sql.append("NOT (");
        return negation.operand().accept(this).append(")");
    }

    private static String sign(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> " = ";
            case NOT_EQUAL -> " <> ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
        };
    }

    private SqlWriter joined(List<Predicate> operands, String operator, String ofNone) {
        return operands.isEmpty() ? sql.append(ofNone) : sql.list(operands, operator, this::operand);
    }

    /** Writes an operand of a conjunction, disjunction or negation. */
    void operand(Predicate operand) {
        boolean parentheses = operand instanceof Conjunction || operand instanceof Disjunction;
        sql.append(parentheses ? "(" : "");
        operand.accept(this).append(parentheses ? ")" : "");
    }
}
