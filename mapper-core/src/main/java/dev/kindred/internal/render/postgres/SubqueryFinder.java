package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.ExpressionVisitor;
import dev.kindred.internal.sql.OfPivot;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.PredicateVisitor;
import dev.kindred.internal.sql.Reached;
import dev.kindred.internal.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a part of a statement contains a sub-query, in which case columns need a qualifier. Thread-safe: it has
 * no state.
 */
final class SubqueryFinder implements PredicateVisitor<Boolean>, ExpressionVisitor<Boolean> {

    private static final SubqueryFinder FINDER = new SubqueryFinder();

    private SubqueryFinder() {}

    /** Returns the level of a statement with the condition {@code where}. */
    static Level levelOf(@Nullable Predicate where) {
        return where != null && where.accept(FINDER) ? Level.OUTERMOST : Level.WITHOUT_ALIAS;
    }

    /** Returns the level of {@code select}. */
    static Level levelOf(Select select) {
        if (!select.aggregations().isEmpty()) {
            return Level.OUTERMOST;
        }
        for (Ordering ordering : select.orderBy()) {
            if (ordering.expression().accept(FINDER)) {
                return Level.OUTERMOST;
            }
        }
        return levelOf(select.where(), select.orderBy());
    }

    /**
     * Returns the level of a statement with the condition {@code where} and the order {@code orderBy}. A sorted column
     * that is cast in the select list needs a qualifier in the ORDER BY. Without it, the name refers to the cast, which
     * sorts differently.
     */
    static Level levelOf(@Nullable Predicate where, List<Ordering> orderBy) {
        return orderBy.stream().anyMatch(SubqueryFinder::isCast) ? Level.OUTERMOST : levelOf(where);
    }

    /** Returns whether the select list casts the sorted column, for example to text. */
    static boolean isCast(Ordering ordering) {
        return ordering.expression() instanceof Expression.ColumnReference column
                && column.type().castOnRead() != null;
    }

    @Override
    public Boolean related(Predicate.Related related) {
        return true;
    }

    @Override
    public Boolean reached(Reached reached) {
        return true;
    }

    @Override
    public Boolean ofPivot(OfPivot ofPivot) {
        return true;
    }

    @Override
    public Boolean aggregation(Expression.Aggregation aggregation) {
        return true;
    }

    @Override
    public Boolean function(Expression.Function function) {
        return false;
    }

    @Override
    public Boolean column(Expression.ColumnReference column) {
        return false;
    }

    @Override
    public Boolean parameter(Expression.Parameter parameter) {
        return false;
    }

    @Override
    public Boolean comparison(Predicate.Comparison comparison) {
        return comparison.left().accept(this) || comparison.right().accept(this);
    }

    @Override
    public Boolean isNull(Predicate.IsNull isNull) {
        return isNull.operand().accept(this);
    }

    @Override
    public Boolean like(Predicate.Like like) {
        return like.operand().accept(this);
    }

    @Override
    public Boolean anyOf(Predicate.AnyOf anyOf) {
        return anyOf.operand().accept(this);
    }

    @Override
    public Boolean rowAnyOf(Predicate.RowAnyOf rowAnyOf) {
        return false;
    }

    @Override
    public Boolean rowComparison(Predicate.RowComparison rowComparison) {
        return false;
    }

    /** Raw SQL qualifies its columns itself. */
    @Override
    public Boolean raw(Predicate.Raw raw) {
        return false;
    }

    /** The query of an IN condition is not correlated with the enclosing statement. */
    @Override
    public Boolean inSelect(Predicate.InSelect inSelect) {
        return false;
    }

    @Override
    public Boolean conjunction(Predicate.Conjunction conjunction) {
        return conjunction.operands().stream().anyMatch(operand -> operand.accept(this));
    }

    @Override
    public Boolean disjunction(Predicate.Disjunction disjunction) {
        return disjunction.operands().stream().anyMatch(operand -> operand.accept(this));
    }

    @Override
    public Boolean negation(Predicate.Negation negation) {
        return negation.operand().accept(this);
    }
}
