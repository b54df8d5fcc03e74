package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Ordering;
import dev.kindred.sql.Predicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows that a relation leads to a condition or an aggregate is about. It has neither a limit nor preloads, since those say
 * nothing about whether there is a row or how many there are; an order has no effect there. Immutable and thread-safe: each step returns a
 * new one.
 *
 * @param <R> the related entity
 * @param model the model of the related entity
 * @param fixed what holds whatever is added
 * @param where the conditions so far, or null for every row
 * @param orderBy the order so far
 */
public record RelatedRows<R>(
        EntityModel<R> model,
        List<Predicate> fixed,
        @Nullable Predicate where,
        List<Ordering> orderBy) implements RowSteps<R, RelatedRows<R>> {

    public RelatedRows {
        Checks.notNull(model, "model");
        fixed = Checks.noNulls(fixed, "fixed");
        orderBy = Checks.noNulls(orderBy, "orderBy");
    }

    /** Returns every row. */
    public static <R> RelatedRows<R> of(EntityModel<R> model) {
        return new RelatedRows<>(model, List.of(), null, List.of());
    }

    @Override
    public RelatedRows<R> where(Condition<R> condition) {
        Predicate added = Checks.notNull(condition, "condition").predicate();
        return new RelatedRows<>(model, fixed, where == null ? added : where.and(added), orderBy);
    }

    @Override
    public RelatedRows<R> orWhere(Condition<R> condition) {
        Predicate added = Checks.notNull(condition, "condition").predicate();
        return new RelatedRows<>(model, fixed, where == null ? added : where.or(added), orderBy);
    }

    @Override
    public RelatedRows<R> orderBy(Collection<Order<R>> orders) {
        return new RelatedRows<>(model, fixed, where, Order.appended(orderBy, orders));
    }

    /** Returns each condition that a row satisfies. */
    public List<Predicate> conditions() {
        if (where == null) {
            return fixed;
        }
        List<Predicate> all = new ArrayList<>(fixed);
        all.add(where);
        return all;
    }
}
