package dev.kindred.internal.persist;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions for the child rows that writes through a {@link Relation} change. Immutable and thread-safe. */
final class ChildRows<R> {

    private final Relation<?, R> relation;
    private final EntityModel<R> related;

    ChildRows(Relation<?, R> relation) {
        this.relation = relation;
        this.related = relation.related();
    }

    /**
     * Returns the condition for the one child. Of several rows it is the first in the order of the scope, then the one
     * with the lowest primary key. The foreign key is compared again after a wait for a row lock.
     */
    Predicate one(ForeignKey<R> key, List<Assignment<R>> matching) {
        Predicate mine = all(key, matching);
        if (related.id().isEmpty() || relation.targetKey().equals(related.id())) {
            return mine;
        }
        List<Ordering> order = Nodes.of(relation).rows().totalOrder();
        List<ColumnReference> id = related.id().stream().map(Columns::reference).toList();
        Select first = new Select(Nodes.of(related).table(), id, mine, order, new Select.Page(1L, null));
        return new Predicate.Conjunction(List.of(new Predicate.InSelect(id, first), key.predicate()));
    }

    /** Returns the condition for all rows of a parent within the scope of the relation. */
    Predicate all(ForeignKey<R> key, List<Assignment<R>> matching) {
        List<Predicate> all = new ArrayList<>();
        all.add(key.predicate());
        all.addAll(Nodes.of(relation).rows().conditions());
        @Nullable Condition<R> narrowed = condition(matching);
        if (narrowed != null) {
            all.add(Nodes.of(narrowed));
        }
        return all.size() == 1 ? all.get(0) : new Predicate.Conjunction(all);
    }

    /** Returns the condition for the row of {@code child}. */
    Predicate same(R child) {
        List<Predicate> same = new ArrayList<>();
        for (EntityColumn<R, ?> column : related.id()) {
            same.add(new Predicate.Comparison(
                    Columns.reference(column),
                    ComparisonOperator.EQUAL,
                    new Parameter(column.type(), column.getOrNull(child), column.toString())));
        }
        return same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same);
    }

    /** Returns the condition that a child has the values of {@code matching}. */
    static <R> @Nullable Condition<R> condition(List<Assignment<R>> matching) {
        @Nullable Condition<R> all = null;
        for (Assignment<R> assignment : matching) {
            Condition<R> one = condition(assignment.column(), assignment.value());
            all = all == null ? one : all.and(one);
        }
        return all;
    }

    @SuppressWarnings("unchecked") // an assignment is made with a value of its column
    private static <R, T> Condition<R> condition(EntityColumn<R, T> column, @Nullable Object value) {
        return column.eq((T) value);
    }
}
