package dev.kindred.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.ComparisonOperator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a read of a relation would find exactly the row that was just written. It is true only if the model
 * proves it. Thread-safe: it has no state.
 */
public final class WrittenRow {

    private WrittenRow() {}

    /**
     * Returns whether a read of {@code relation} for {@code entity} surely finds {@code row}.
     *
     * @param isNew whether {@code entity} was inserted by the same call, so no other row references its generated key
     */
    public static <E, R> boolean isFound(Relation<E, R> relation, E entity, R row, boolean isNew) {
        @Nullable Object key = RelationKey.of(relation.sourceKey(), entity);
        return key != null
                && key.equals(RelationKey.of(relation.targetKey(), row))
                && (isUnique(relation.related(), RelationKey.stored(relation.targetKey()))
                        || (isNew && isPointedAtOnce(relation)))
                && hold(Nodes.of(relation).rows().conditions(), relation, row);
    }

    private static <R> boolean hold(List<Predicate> conditions, Relation<?, R> relation, R row) {
        for (Predicate condition : conditions) {
            if (!holds(condition, relation, row)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether only rows of the same call can belong to {@code entity}, which that call inserted: its key is
     * generated.
     */
    public static <E> boolean hasNoOtherRows(Relation<E, ?> relation, E entity) {
        return RelationKey.of(relation.sourceKey(), entity) != null && isPointedAtOnce(relation);
    }

    private static <E> boolean isUnique(EntityModel<E> model, List<EntityColumn<E, ?>> key) {
        return model.id().equals(key)
                || (key.size() == 1 && Nodes.of(key.get(0)).is(ColumnTrait.UNIQUE));
    }

    /** No row can reference a key that the database has just generated. */
    private static <E> boolean isPointedAtOnce(Relation<E, ?> relation) {
        List<EntityColumn<E, ?>> key = RelationKey.stored(relation.sourceKey());
        return !Nodes.of(relation).holdsForeignKey()
                && EntityModel.of(relation.entity()).id().equals(key)
                && key.stream().anyMatch(column -> Nodes.of(column).is(ColumnTrait.GENERATED));
    }

    /**
     * Values that are equal in Java are equal for the server. For other values and conditions, only the server knows.
     */
    private static <R> boolean holds(Predicate condition, Relation<?, R> relation, R row) {
        if (condition instanceof Predicate.Conjunction all) {
            return hold(all.operands(), relation, row);
        }
        if (condition instanceof Predicate.Disjunction any) {
            return any.operands().stream().anyMatch(operand -> holds(operand, relation, row));
        }
        if (condition instanceof Predicate.IsNull isNull) {
            @Nullable EntityColumn<R, ?> column = column(relation.related(), isNull.operand());
            return column != null && column.getOrNull(row) == null;
        }
        if (condition instanceof Predicate.Negation negation && negation.operand() instanceof Predicate.IsNull isNull) {
            @Nullable EntityColumn<R, ?> column = column(relation.related(), isNull.operand());
            return column != null && column.getOrNull(row) != null;
        }
        return condition instanceof Predicate.Comparison comparison && isEqual(comparison, relation, row);
    }

    private static <R> boolean isEqual(Predicate.Comparison comparison, Relation<?, R> relation, R row) {
        @Nullable EntityColumn<R, ?> column = column(relation.related(), comparison.left());
        return comparison.operator() == ComparisonOperator.EQUAL
                && column != null
                && column.getOrNull(row) != null
                && comparison.right() instanceof Parameter parameter
                && Objects.deepEquals(parameter.value(), column.getOrNull(row));
    }

    private static <R> @Nullable EntityColumn<R, ?> column(EntityModel<R> model, Expression expression) {
        for (EntityColumn<R, ?> column : model.columns()) {
            if (Columns.reference(column).equals(expression)) {
                return column;
            }
        }
        return null;
    }
}
