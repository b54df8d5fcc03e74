package dev.kindred.internal.query;

import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that the scope of a relation requires of single columns: a value for each column that must equal it, null
 * for each column that must be null. Rows that are created through the relation get them. Thread-safe: it has no state.
 */
public final class ScopeValues {

    private ScopeValues() {}

    /** Returns the values that the scope of {@code relation} requires. */
    public static <R> List<Assignment<R>> of(Relation<?, R> relation) {
        List<Assignment<R>> values = new ArrayList<>();
        add(relation.related(), Nodes.of(relation).rows().fixed(), values);
        return values;
    }

    private static <R> void add(EntityModel<R> model, List<Predicate> conditions, List<Assignment<R>> values) {
        for (Predicate condition : conditions) {
            if (condition instanceof Predicate.Conjunction all) {
                add(model, all.operands(), values);
            } else if (condition instanceof Predicate.IsNull isNull) {
                assign(model, isNull.operand(), null, values);
            } else if (condition instanceof Predicate.Comparison comparison
                    && comparison.operator() == ComparisonOperator.EQUAL
                    && comparison.right() instanceof Parameter parameter) {
                assign(model, comparison.left(), parameter.value(), values);
            }
        }
    }

    private static <R> void assign(
            EntityModel<R> model, Expression operand, @Nullable Object value, List<Assignment<R>> values) {
        for (EntityColumn<R, ?> column : model.columns()) {
            if (Columns.reference(column).equals(operand)) {
                values.add(new Assignment<>(column, value));
            }
        }
    }
}
