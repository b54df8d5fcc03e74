package dev.kindred.reactor.internal.select;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation of the row with a primary key. The row is not read.
 *
 * @param model the model of the row
 * @param parts the parts of its primary key, in the types of their columns
 * @param relation the relation
 */
public record ParentKey<E, R>(EntityModel<E> model, List<Object> parts, Relation<E, R> relation) {

    /** Returns the relation of the row with the primary key {@code key}, a list if it has several parts. */
    public static <E, R> ParentKey<E, R> of(EntityModel<E> model, Object key, Relation<E, R> relation) {
        List<?> given = Checks.notNull(key, "key") instanceof List<?> several ? several : List.of(key);
        Checks.argument(!given.isEmpty(), "key must not be an empty list");
        List<Object> parts = PrimaryKeys.parts(
                model, given.get(0), given.subList(1, given.size()).toArray());
        List<Object> fitting = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            fitting.add(PrimaryKeys.fitting(model.id().get(i), parts.get(i)));
        }
        return new ParentKey<>(model, fitting, relation);
    }

    /**
     * Returns the condition on the columns that equal the key of the row: they are its primary key, or the key that it
     * has for the relation.
     */
    public Predicate condition() {
        List<ColumnReference> target = Nodes.of(relation).linked();
        return isById()
                ? linkedTo(target)
                : new Predicate.InSelect(
                        target,
                        new Select(
                                Nodes.of(model).table(),
                                references(relation.sourceKey()),
                                equal(references(model.id())),
                                List.of(),
                                Select.Page.ALL));
    }

    /**
     * Returns the key that the row has for the relation, in the form of
     * {@link dev.kindred.internal.key.RelationKey#raw}; null if it is not the primary key.
     */
    public @Nullable Object rawOrNull() {
        return isById() ? (parts.size() == 1 ? parts.get(0) : parts) : null;
    }

    private Predicate linkedTo(List<ColumnReference> target) {
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < target.size(); i++) {
            EntityColumn<E, ?> column = relation.sourceKey().get(i);
            equal.add(new Predicate.Comparison(
                    target.get(i),
                    ComparisonOperator.EQUAL,
                    new Parameter(column.type(), valueOf(column), column.toString())));
        }
        return equal.size() == 1 ? equal.get(0) : new Predicate.Conjunction(equal);
    }

    private boolean isById() {
        return relation.sourceKey().stream()
                .filter(column -> !Columns.reference(column).isConstant())
                .toList()
                .equals(model.id());
    }

    private Predicate equal(List<ColumnReference> columns) {
        List<Predicate> equal = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            equal.add(new Predicate.Comparison(
                    columns.get(i),
                    ComparisonOperator.EQUAL,
                    new Parameter(
                            model.id().get(i).type(), parts.get(i), model.id().get(i))));
        }
        return equal.size() == 1 ? equal.get(0) : new Predicate.Conjunction(equal);
    }

    private static <T> List<ColumnReference> references(List<EntityColumn<T, ?>> columns) {
        return columns.stream().map(Columns::reference).toList();
    }

    /** Returns the value of {@code column}, which must be a column of the primary key. */
    public Object valueOf(EntityColumn<E, ?> column) {
        @Nullable Object constant = Columns.reference(column).constant();
        if (constant != null) {
            return constant;
        }
        int position = model.id().indexOf(column);
        if (position < 0) {
            throw new MappingException(
                    "Cannot create a " + relation.related().name() + " for " + relation + ": its key " + column
                            + " is not part of the primary key. Read the " + model.name() + ", and use its relation.");
        }
        return parts.get(position);
    }
}
