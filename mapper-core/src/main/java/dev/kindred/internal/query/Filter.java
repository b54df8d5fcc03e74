package dev.kindred.internal.query;

import dev.kindred.internal.sql.DeletedRows;
import dev.kindred.internal.sql.Distinct;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Lock;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.internal.sql.Ordering.Nulls;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Select.Page;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions, order, page and lock of a query. Immutable and thread-safe.
 *
 * @param restriction the conditions that no step of the query can remove, or null
 * @param deleted whether the query reads rows that are marked as deleted
 * @param where the condition of the user, or null for all rows
 * @param orderBy the order of the user
 * @param page the limit and offset
 * @param lock the row lock, or null
 */
public record Filter(
        @Nullable Restriction restriction,
        DeletedRows deleted,
        @Nullable Predicate where,
        List<Ordering> orderBy,
        Page page,
        @Nullable Lock lock) {

    /** All rows that are not marked as deleted, without an order. */
    public static final Filter NONE = new Filter(null, DeletedRows.LEFT_OUT, null, List.of(), Page.ALL, null);

    public Filter {
        Checks.notNull(deleted, "deleted");
        orderBy = Checks.noNulls(orderBy, "orderBy");
        Checks.notNull(page, "page");
    }

    Filter within(Restriction given) {
        return new Filter(restriction == null ? given : restriction.and(given), deleted, where, orderBy, page, lock);
    }

    Filter taking(DeletedRows changed) {
        return new Filter(restriction, changed, where, orderBy, page, lock);
    }

    Filter and(Predicate condition) {
        return new Filter(restriction, deleted, where == null ? condition : where.and(condition), orderBy, page, lock);
    }

    Filter or(Predicate condition) {
        return new Filter(restriction, deleted, where == null ? condition : where.or(condition), orderBy, page, lock);
    }

    Filter everything() {
        return new Filter(restriction, deleted, null, orderBy, page, lock);
    }

    Filter sorted(List<Ordering> terms) {
        return new Filter(restriction, deleted, where, terms, page, lock);
    }

    Filter paged(Page changed) {
        return new Filter(restriction, deleted, where, orderBy, changed, lock);
    }

    /** Returns a copy that locks its rows with {@code strength}. */
    Filter locking(Lock.Strength strength) {
        return locked(new Lock(strength, lock == null ? Lock.Wait.UNTIL_FREE : lock.waiting()));
    }

    /** Returns a copy whose lock waits as {@code wait} says. */
    Filter waiting(Lock.Wait wait) {
        if (lock == null) {
            throw new IllegalArgumentException(
                    "The query locks no rows, so it cannot wait for a lock. Call forUpdate() or forShare() first.");
        }
        return locked(new Lock(lock.strength(), wait));
    }

    private Filter locked(Lock changed) {
        return new Filter(restriction, deleted, where, orderBy, page, changed);
    }

    @Nullable
    Predicate predicate(EntityModel<?> model) {
        List<Predicate> all = picksFirst(model) ? new ArrayList<>(List.of(picked(model))) : imposed(model);
        if (where != null) {
            all.add(where);
        }
        if (restriction != null && !restriction.path().isEmpty()) {
            all = restriction.overPath(all);
        }
        return switch (all.size()) {
            case 0 -> null;
            case 1 -> all.get(0);
            default -> new Predicate.Conjunction(all);
        };
    }

    private List<Predicate> imposed(EntityModel<?> model) {
        List<Predicate> all = new ArrayList<>();
        if (restriction != null) {
            all.addAll(restriction.predicates());
        }
        all.addAll(deleted.conditions(Columns.softDelete(model)));
        return all;
    }

    /**
     * Without a condition, order or lock of the user, the first row of the statement is the selected one. A sub-query
     * would cost more.
     */
    private boolean picksFirst(EntityModel<?> model) {
        return restriction != null
                && restriction.picks()
                && !model.id().isEmpty()
                && (where != null
                        || !orderBy.isEmpty()
                        || (lock != null && !restriction.oneEach().isEmpty()));
    }

    private Predicate picked(EntityModel<?> model) {
        Filter all = new Filter(restriction, deleted, null, List.of(), Page.ALL, null);
        List<ColumnReference> key = Columns.references(model.id());
        Select first = new Select(Nodes.of(model).table(), key, all.predicate(model), all.ordering(model), all.rows());
        return new Predicate.InSelect(key, first.distinct(all.distinct(model)));
    }

    /** PostgreSQL cannot lock rows in a query with DISTINCT. */
    @Nullable
    Distinct distinct(EntityModel<?> model) {
        return restriction == null || restriction.oneEach().isEmpty() || lock != null || picksFirst(model)
                ? null
                : new Distinct(restriction.oneEach());
    }

    /** Returns the order of the user, or else that of the relation. */
    List<Ordering> ownOrDefaultOrder() {
        return orderBy.isEmpty() && restriction != null ? restriction.byDefault() : orderBy;
    }

    List<Ordering> ordering(EntityModel<?> model) {
        if (restriction == null) {
            return orderBy;
        }
        if (!restriction.byDefault().isEmpty()) {
            return Ordering.total(ownOrDefaultOrder(), Columns.references(model.id()));
        }
        List<Ordering> terms = new ArrayList<>();
        @Nullable Distinct distinct = distinct(model);
        if (distinct != null) {
            distinct.on().forEach(column -> terms.add(new Ordering(column, Direction.ASCENDING, Nulls.SERVER_DEFAULT)));
        }
        terms.addAll(orderBy);
        for (Ordering last : restriction.tieBreak()) {
            if (terms.stream().noneMatch(term -> term.expression().equals(last.expression()))) {
                terms.add(last);
            }
        }
        return terms;
    }

    Page rows() {
        if (restriction == null || restriction.atMost() == null) {
            return page;
        }
        if (page.offset() != null && page.offset() >= restriction.atMost()) {
            return new Page(0L, null);
        }
        @Nullable Long limit = page.limit();
        return new Page(limit == null ? restriction.atMost() : Math.min(limit, restriction.atMost()), page.offset());
    }
}
