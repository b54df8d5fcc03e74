package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;

/**
 * A condition on the row of the pivot table by which the row was reached. It is valid only where the pivot table is
 * the step before the table of the row.
 *
 * @param pivot the pivot table
 * @param relation the relation, for messages
 * @param condition the condition
 */
public record OfPivot(TableName pivot, String relation, Predicate condition) implements Predicate {

    public OfPivot {
        Checks.notNull(pivot, "pivot");
        Checks.notNull(relation, "relation");
        Operands.around(Checks.notNull(condition, "condition").depth());
    }

    @Override
    public int depth() {
        return condition.depth() + 1;
    }

    @Override
    public boolean concernsPivot() {
        return true;
    }

    @Override
    public <R> R accept(PredicateVisitor<R> visitor) {
        return visitor.ofPivot(this);
    }
}
