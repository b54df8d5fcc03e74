package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.DeletedRows;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The related rows that a condition, an aggregate or the scope of a relation refers to. It has no limit and no
 * preloads. Its order matters in a scope only: there it decides which one of several rows is the related row. Immutable
 * and thread-safe: each step returns a new instance.
 *
 * @param <R> the related entity
 */
public final class RelatedRows<R> extends Wrapper<RelatedFilter> implements RowSteps<R, RelatedRows<R>> {

    private final EntityModel<R> model;

    private RelatedRows(EntityModel<R> model, RelatedFilter filter) {
        super(filter);
        this.model = model;
    }

    /** Returns all rows of the table of {@code model} that are not marked as deleted. */
    static <R> RelatedRows<R> of(EntityModel<R> model) {
        List<ColumnReference> id =
                model.id().stream().map(column -> Nodes.of(column).reference()).toList();
        return new RelatedRows<>(
                model, RelatedFilter.of(new RelatedFilter.Table(Nodes.of(model).table(), id, softDelete(model))));
    }

    private static @Nullable ColumnReference softDelete(EntityModel<?> model) {
        return model.softDelete().map(column -> Nodes.of(column).reference()).orElse(null);
    }

    EntityModel<R> model() {
        return model;
    }

    @Override
    public RelatedRows<R> where(Condition<R> condition) {
        return of(Nodes.of(this).and(Nodes.of(Checks.notNull(condition, "condition"))));
    }

    @Override
    public RelatedRows<R> orWhere(Condition<R> condition) {
        return of(Nodes.of(this).or(Nodes.of(Checks.notNull(condition, "condition"))));
    }

    @Override
    public RelatedRows<R> orderBy(Collection<SortOrder<R>> orders) {
        List<Ordering> terms = Nodes.all(Checks.<SortOrder<R>>noNulls(orders, "orders"));
        if (terms.stream().anyMatch(Ordering::isOfGroups)) {
            throw new MappingException("The related rows of " + model.name() + " are sorted by an aggregate of a"
                    + " group, but have no groups. Sort by a column.");
        }
        return of(Nodes.of(this).sorted(terms));
    }

    @Override
    public RelatedRows<R> withDeleted() {
        return taking(DeletedRows.INCLUDED);
    }

    @Override
    public RelatedRows<R> onlyDeleted() {
        return taking(DeletedRows.ONLY);
    }

    /**
     * Returns these rows with the primary key at the end of their order. The key has the direction of the term before
     * it, so that one index can serve both.
     */
    RelatedRows<R> inTotalOrder() {
        return of(Nodes.of(this).inTotalOrder());
    }

    /** Returns these rows without an order. */
    RelatedRows<R> unordered() {
        RelatedFilter filter = Nodes.of(this);
        return of(new RelatedFilter(filter.table(), filter.fixed(), filter.deleted(), filter.where(), List.of()));
    }

    /** Returns these rows with a condition that later steps cannot widen. */
    RelatedRows<R> fixed(Predicate condition) {
        return of(Nodes.of(asFixed()).and(condition).asFixed());
    }

    /** Returns these rows with the current conditions fixed: a later OR cannot widen them. */
    RelatedRows<R> asFixed() {
        return of(Nodes.of(this).asFixed());
    }

    private RelatedRows<R> taking(DeletedRows deleted) {
        return of(Nodes.of(this).taking(deleted.of(model.name(), Nodes.of(model).table(), softDelete(model))));
    }

    private RelatedRows<R> of(RelatedFilter filter) {
        return new RelatedRows<>(model, filter);
    }
}
