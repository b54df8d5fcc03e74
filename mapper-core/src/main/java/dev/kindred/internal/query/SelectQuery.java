package dev.kindred.internal.query;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.DeletedRows;
import dev.kindred.internal.sql.Lock;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.ColumnValues;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.model.SortOrder;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PreloadManyQuery;
import dev.kindred.query.PreloadQuery;
import dev.kindred.query.QuerySteps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A query for entities, as data. Immutable and thread-safe: each step returns a new one.
 *
 * @param <E> the entity
 * @param model the model of the entity
 * @param filter the conditions, order, page and lock
 * @param columns the columns read, in the order of the model
 * @param preloads the relations loaded with the entities
 * @param mode the load mode of unloaded relation handles, or null to inherit the mode of the query that this one is a
 *     preload of
 * @param isJoined whether a preload is read with a join: a to-one relation in the statement of its parent query, a
 *     many-to-many relation of its pivot table and its related table
 */
public record SelectQuery<E>(
        EntityModel<E> model,
        Filter filter,
        List<EntityColumn<E, ?>> columns,
        List<Preload<E, ?>> preloads,
        @Nullable LoadMode mode,
        boolean isJoined)
        implements QuerySteps<E, SelectQuery<E>> {

    public SelectQuery {
        Checks.notNull(model, "model");
        Checks.notNull(filter, "filter");
        columns = Checks.noNulls(columns, "columns");
        preloads = Checks.noNulls(preloads, "preloads");
    }

    /** Returns the query for all rows and columns. */
    public static <E> SelectQuery<E> of(EntityModel<E> model) {
        return new SelectQuery<>(Checks.notNull(model, "model"), Filter.NONE, model.columns(), List.of(), null, false);
    }

    /** Returns the query for the rows of {@code relation}. Its scope comes with the keys. */
    public static <R> SelectQuery<R> of(Relation<?, R> relation) {
        return of(relation, Nodes.of(Checks.notNull(relation, "relation")).rows());
    }

    /**
     * Returns the query for the rows of {@code relation}, whose scope has the rows {@code scope}. The scope itself
     * comes with the keys.
     */
    public static <R> SelectQuery<R> of(Relation<?, R> relation, RelatedFilter scope) {
        return of(Checks.notNull(relation, "relation").related())
                .filtered(Filter.NONE.taking(Checks.notNull(scope, "scope").deleted()));
    }

    /** Returns whether this query is known to match no row, so that it needs no statement. */
    public boolean matchesNothing() {
        return filter.restriction() != null && filter.restriction().matchesNothing();
    }

    /** Returns this query within {@code restriction}. No other condition can widen it. */
    public SelectQuery<E> within(Restriction restriction) {
        return filtered(filter.within(Checks.notNull(restriction, "restriction")));
    }

    /**
     * Returns the statement that reads the rows.
     *
     * @throws MappingException if the order uses an aggregate of a group
     */
    public Select toSelect() {
        if (filter.orderBy().stream().anyMatch(Ordering::isOfGroups)) {
            throw new MappingException("The query for " + model.name() + " sorts by an aggregate of a group"
                    + " and has no groups. Call groupBy(..), or sort by a column.");
        }
        Select select = new Select(
                Nodes.of(model).table(),
                selectsAll()
                        ? Columns.references(model)
                        : columns.stream().map(Columns::reference).toList(),
                filter.predicate(model),
                filter.ordering(model),
                filter.rows());
        return select.distinct(filter.distinct(model)).locked(filter.lock());
    }

    /** Returns a copy that is read with a join. */
    public SelectQuery<E> joined() {
        return new SelectQuery<>(model, filter, columns, preloads, mode, true);
    }

    /** Returns the mode of this query, or {@code inherited} if it has none. */
    public LoadMode modeOr(LoadMode inherited) {
        return mode == null ? Checks.notNull(inherited, "inherited") : mode;
    }

    /** Checks that the query has no preload and no selected columns, which a query for {@code results} would ignore. */
    void requireNothingOfEntities(String results, String step) {
        if (!preloads.isEmpty() || !selectsAll()) {
            throw new MappingException("The query for " + results + " of " + model.name() + " has "
                    + (preloads.isEmpty() ? "selected columns" : "a preload") + ", which only a query for"
                    + " entities supports. Leave out "
                    + (preloads.isEmpty() ? "select(..)" : "preload(..)") + " before " + step + ".");
        }
    }

    /** Returns whether this query reads all columns. */
    public boolean selectsAll() {
        return columns.size() == model.columns().size();
    }

    @Override
    public SelectQuery<E> where(Condition<E> condition) {
        return and(Nodes.of(Checks.notNull(condition, "condition")));
    }

    /** Returns a copy with one more condition, joined with AND. */
    public SelectQuery<E> and(Predicate condition) {
        return filtered(filter.and(Checks.notNull(condition, "condition")));
    }

    @Override
    public SelectQuery<E> orWhere(Condition<E> condition) {
        return filtered(filter.or(Nodes.of(Checks.notNull(condition, "condition"))));
    }

    @Override
    public SelectQuery<E> orderBy(Collection<SortOrder<E>> orders) {
        List<Ordering> terms = new ArrayList<>(filter.orderBy());
        terms.addAll(Nodes.all(Checks.<SortOrder<E>>noNulls(orders, "orders")));
        return filtered(filter.sorted(terms));
    }

    /** Returns a copy without the conditions of the user. */
    public SelectQuery<E> withoutConditions() {
        return filtered(filter.everything());
    }

    /** Returns a copy with another order. */
    public SelectQuery<E> ordered(List<Ordering> terms) {
        return filtered(filter.sorted(Checks.<Ordering>noNulls(terms, "terms")));
    }

    /**
     * Returns a copy with the primary key at the end of its order, so that the order is total. The key has the
     * direction of the term before it, so that one index can serve both. Without an {@code @Id} the order is unchanged.
     */
    public SelectQuery<E> inTotalOrder() {
        return ordered(Ordering.total(filter.ownOrDefaultOrder(), Columns.references(model.id())));
    }

    @Override
    public SelectQuery<E> withDeleted() {
        return taking(DeletedRows.INCLUDED);
    }

    @Override
    public SelectQuery<E> onlyDeleted() {
        return taking(DeletedRows.ONLY);
    }

    private SelectQuery<E> taking(DeletedRows deleted) {
        return filtered(filter.taking(deleted.of(model.name(), Nodes.of(model).table(), Columns.softDelete(model))));
    }

    @Override
    public SelectQuery<E> forUpdate() {
        return filtered(filter.locking(Lock.Strength.UPDATE));
    }

    @Override
    public SelectQuery<E> forShare() {
        return filtered(filter.locking(Lock.Strength.SHARE));
    }

    @Override
    public SelectQuery<E> skipLocked() {
        return filtered(filter.waiting(Lock.Wait.SKIP_LOCKED));
    }

    @Override
    public SelectQuery<E> noWait() {
        return filtered(filter.waiting(Lock.Wait.NO_WAIT));
    }

    /** Returns a copy with {@code page} instead of its current limit and offset. */
    public SelectQuery<E> paged(Select.Page page) {
        return filtered(filter.paged(Checks.notNull(page, "page")));
    }

    @Override
    public SelectQuery<E> limit(long rows) {
        Checks.argument(rows >= 0, "limit must not be negative, but is " + rows);
        return filtered(filter.paged(new Select.Page(rows, filter.page().offset())));
    }

    /** Returns a copy with a limit of {@code rows}, or with its current limit if that is lower. */
    public SelectQuery<E> atMost(long rows) {
        @Nullable Long limit = filter.page().limit();
        return limit(limit == null ? rows : Math.min(rows, limit));
    }

    @Override
    public SelectQuery<E> offset(long rows) {
        Checks.argument(rows >= 0, "offset must not be negative, but is " + rows);
        return filtered(filter.paged(new Select.Page(filter.page().limit(), rows)));
    }

    @Override
    public SelectQuery<E> select(Collection<? extends EntityColumn<E, ?>> columns) {
        List<EntityColumn<E, ?>> selected = Checks.noNulls(columns, "columns");
        Checks.argument(!selected.isEmpty(), "select needs at least one column");
        return reading(Set.copyOf(selected));
    }

    /** Returns a copy that also reads {@code keys}; returns this if it reads them already. */
    public SelectQuery<E> including(List<EntityColumn<E, ?>> keys) {
        if (columns.containsAll(Checks.noNulls(keys, "keys"))) {
            return this;
        }
        Set<EntityColumn<E, ?>> selected = new LinkedHashSet<>(columns);
        selected.addAll(keys);
        return reading(selected);
    }

    private SelectQuery<E> reading(Set<EntityColumn<E, ?>> selected) {
        for (EntityColumn<E, ?> column : selected) {
            model.ordinal(column);
        }
        List<EntityColumn<E, ?>> ordered = model.columns().stream()
                .filter(column -> selected.contains(column) || Nodes.of(column).is(ColumnTrait.TENANT))
                .toList();
        return new SelectQuery<>(model, filter, ordered, preloads, mode, isJoined);
    }

    @Override
    public <R> SelectQuery<E> preload(Relation<E, R> relation) {
        return preload(new Preload<>(relation, of(relation)));
    }

    @Override
    public <R> SelectQuery<E> preload(ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related) {
        return preload(new Preload<>(relation, DefaultPreloadQuery.of(relation, related)));
    }

    @Override
    public <R> SelectQuery<E> preload(ToManyRelation<E, R> relation, UnaryOperator<PreloadManyQuery<R>> related) {
        return preload(new Preload<>(relation, DefaultPreloadManyQuery.of(relation, related)));
    }

    private SelectQuery<E> preload(Preload<E, ?> preload) {
        List<Preload<E, ?>> all = new ArrayList<>(preloads);
        all.add(preload);
        return new SelectQuery<>(model, filter, columns, all, mode, isJoined);
    }

    @Override
    public SelectQuery<E> loading(LoadMode mode) {
        return new SelectQuery<>(model, filter, columns, preloads, Checks.notNull(mode, "mode"), isJoined);
    }

    @Override
    public <T> ColumnValues<T> values(EntityColumn<E, T> column) {
        model.ordinal(Checks.notNull(column, "column"));
        Select rows = toSelect().reading(List.of(Columns.reference(column))).locked(null);
        return new SelectedValues<>(
                rows.page().equals(Select.Page.ALL) && rows.distinct() == null ? rows.unordered() : rows);
    }

    private SelectQuery<E> filtered(Filter changed) {
        return new SelectQuery<>(model, changed, columns, preloads, mode, isJoined);
    }
}
