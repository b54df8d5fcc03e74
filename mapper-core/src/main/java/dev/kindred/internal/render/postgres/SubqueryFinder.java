package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.ExpressionVisitor;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.PredicateVisitor;
import dev.kindred.internal.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a part of a statement has a sub-query, so that columns need a qualifier. Thread-safe: it has no state. */
final class SubqueryFinder implements PredicateVisitor<Boolean>, ExpressionVisitor<Boolean> {

    private static final SubqueryFinder FINDER = new SubqueryFinder();

    private SubqueryFinder() {}

    /** Returns the level at which a statement with the condition {@code where} is written. */
    static Level levelOf(@Nullable Predicate where) {
        return where != null && where.accept(FINDER) ? Level.OUTERMOST : Level.WITHOUT_ALIAS;
    }

    /** Returns the level at which {@code select} is written. */
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
     * Returns the level at which a statement with the condition {@code where} and the order {@code orderBy} is written. A column that is
     * cast where it is read needs a qualifier in the order: without one its name is that of the cast, which sorts in another way.
     */
    static Level levelOf(@Nullable Predicate where, List<Ordering> orderBy) {
        return orderBy.stream().anyMatch(SubqueryFinder::isCast) ? Level.OUTERMOST : levelOf(where);
    }

    /** Tells whether the select list has a cast of what is sorted by, such as its text, in place of its value. */
    static boolean isCast(Ordering ordering) {
        return ordering.expression() instanceof Expression.ColumnReference column
                && column.type().castOnRead() != null;
    }

    @Override
    public Boolean related(Predicate.Related related) {
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

    /** A text of the user's names the columns as it will. */
    @Override
    public Boolean raw(Predicate.Raw raw) {
        return false;
    }

    /** A query that a column is looked for in is on its own: it names no column of the statement around it. */
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
