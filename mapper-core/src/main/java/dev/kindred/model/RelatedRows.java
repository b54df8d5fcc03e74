package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows that a relation leads to a condition, an aggregate or a scope is about. It has neither a limit nor preloads, since
 * those say nothing about whether there is a row or how many there are; an order has no effect there. Immutable and thread-safe: each step
 * returns a new one.
 *
 * @param <R> the related entity
 * @param model the model of the related entity
 * @param fixed what holds whatever is added
 * @param deleted what becomes of rows that are marked as deleted
 * @param where the conditions so far, or null for every row
 * @param orderBy the order so far
 */
public record RelatedRows<R>(
        EntityModel<R> model,
        List<Predicate> fixed,
        DeletedRows deleted,
        @Nullable Predicate where,
        List<Ordering> orderBy)
        implements RowSteps<R, RelatedRows<R>> {

    public RelatedRows {
        Checks.notNull(model, "model");
        fixed = Checks.noNulls(fixed, "fixed");
        Checks.notNull(deleted, "deleted");
        orderBy = Checks.noNulls(orderBy, "orderBy");
    }

    /** Returns every row that is not marked as deleted. */
    public static <R> RelatedRows<R> of(EntityModel<R> model) {
        return new RelatedRows<>(model, List.of(), DeletedRows.LEFT_OUT, null, List.of());
    }

    @Override
    public RelatedRows<R> where(Condition<R> condition) {
        Predicate added = Checks.notNull(condition, "condition").predicate();
        return new RelatedRows<>(model, fixed, deleted, where == null ? added : where.and(added), orderBy);
    }

    @Override
    public RelatedRows<R> orWhere(Condition<R> condition) {
        Predicate added = Checks.notNull(condition, "condition").predicate();
        return new RelatedRows<>(model, fixed, deleted, where == null ? added : where.or(added), orderBy);
    }

    @Override
    public RelatedRows<R> orderBy(Collection<SortOrder<R>> orders) {
        if (Checks.noNulls(orders, "orders").stream()
                .anyMatch(order -> order.ordering().isOfGroups())) {
            throw new MappingException(
                    "The rows of " + model.name() + " behind a relation have an order by a value made of"
                            + " the rows of a group, and have no groups. Sort by a column.");
        }
        return new RelatedRows<>(model, fixed, deleted, where, SortOrder.appended(orderBy, orders));
    }

    @Override
    public RelatedRows<R> withDeleted() {
        return new RelatedRows<>(model, fixed, DeletedRows.INCLUDED.of(model), where, orderBy);
    }

    @Override
    public RelatedRows<R> onlyDeleted() {
        return new RelatedRows<>(model, fixed, DeletedRows.ONLY.of(model), where, orderBy);
    }

    /** Returns the order so far and then the primary key, so that it leaves no two rows equal. */
    public List<Ordering> totalOrder() {
        List<Ordering> terms = new ArrayList<>(orderBy);
        for (EntityColumn<R, ?> column : model.id()) {
            if (orderBy.stream().noneMatch(term -> term.expression().equals(column.reference()))) {
                terms.add(column.asc().ordering());
            }
        }
        return terms;
    }

    /** Returns each condition that a row satisfies. */
    public List<Predicate> conditions() {
        return conditionsWithin(this);
    }

    /** Returns each condition that a row satisfies, where what {@code scope} fixes holds even if these rows were made without it. */
    List<Predicate> conditionsWithin(RelatedRows<R> scope) {
        List<Predicate> all = candidatesWithin(scope);
        if (where != null) {
            all.add(where);
        }
        return all;
    }

    /** Returns each condition of the rows that the order of {@code scope} picks one of, which the user's conditions are then about. */
    List<Predicate> candidatesWithin(RelatedRows<R> scope) {
        List<Predicate> all = new ArrayList<>(scope.fixed);
        all.addAll(deleted.conditions(model));
        return all;
    }

    /** Returns these rows with the conditions so far among those that hold whatever is added. */
    RelatedRows<R> asFixed() {
        List<Predicate> all = new ArrayList<>(fixed);
        if (where != null) {
            all.add(where);
        }
        return new RelatedRows<>(model, all, deleted, null, orderBy);
    }
}
