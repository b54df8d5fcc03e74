package dev.kindred.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.key.RowKey;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.Filter;
import dev.kindred.internal.query.Restriction;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Join;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One relation loaded for some entities: the statement that reads the related rows, and the key of each row.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 * @param relation the relation
 * @param scope the rows of the scope of the relation, evaluated once for the step
 * @param query the columns and conditions of the related entities
 * @param next the relations loaded for the related entities in turn
 */
public record PreloadStep<E, R>(
        Relation<E, R> relation, RelatedFilter scope, SelectQuery<R> query, PreloadPlan<R> next) {

    /** Returns the load of {@code relation} without conditions and without further relations. */
    public static <E, R> PreloadStep<E, R> of(Relation<E, R> relation) {
        RelatedFilter scope = Nodes.of(relation).rows();
        return new PreloadStep<>(relation, scope, SelectQuery.of(relation, scope), PreloadPlan.none());
    }

    /** Returns the load of {@code relation} with {@code query} and then {@code next}. */
    static <E, R> PreloadStep<E, R> of(Relation<E, R> relation, SelectQuery<R> query, PreloadPlan<R> next) {
        return new PreloadStep<>(relation, Nodes.of(relation).rows(), query, next);
    }

    /** Returns the key by which the rows belong to entities. */
    public RowKey key() {
        return Nodes.of(relation).isDirect()
                ? RowKey.of(relation.targetKey(), query.columns())
                : RowKey.beside(target(), identity(), query.columns());
    }

    /** A pivot refers to a unique key, so that key tells equal rows apart if the related entity has no primary key. */
    private List<EntityColumn<R, ?>> identity() {
        List<EntityColumn<R, ?>> id = relation.related().id();
        return id.isEmpty() && relation.pivotModel().isPresent() ? relation.targetKey() : id;
    }

    /**
     * Returns whether the relation alone determines the statements: it has no path, no conditions and no order, and the
     * query has no options.
     */
    public boolean isPlain() {
        return Nodes.of(relation).isDirect()
                && scope.equals(RelatedFilter.of(scope.table()))
                && next.steps().isEmpty()
                && query.selectsAll()
                && !query.isJoined()
                && query.filter().equals(Filter.NONE);
    }

    /** Returns whether the rows are read in the statement of the entities. */
    boolean isBesideEntities() {
        return isToOne() && query.isJoined();
    }

    /**
     * Returns the query for the rows related to one key, in the order of the relation.
     *
     * @param rawKey the key in the form of {@link RelationKey#raw}
     */
    public SelectQuery<R> queryForKey(Object rawKey) {
        List<EntityColumn<E, ?>> source = relation.sourceKey();
        List<?> parts = source.size() == 1 ? List.of(rawKey) : (List<?>) rawKey;
        return oneOf(equal(position -> parts.get(position)), true);
    }

    /** Returns {@link #queryForKey}. Without a key, the query matches nothing. */
    public SelectQuery<R> queryForKeyOrNone(@Nullable Object rawKey) {
        if (rawKey != null) {
            return queryForKey(rawKey);
        }
        return query.within(isToOne() ? Restriction.nothing() : Restriction.nothing(scope.orderBy()));
    }

    /** Returns the maximum number of rows of each entity, or null for no maximum. */
    public @Nullable Long limitEach() {
        return isToOne() ? null : query.filter().page().limit();
    }

    /** Returns the query for the rows related to {@code keys}, which is not empty, without a path to the rows. */
    public SelectQuery<R> queryFor(KeyRows<E> keys) {
        return queryForAll(keys.matching(target()));
    }

    /** Returns the query for the rows that satisfy {@code key}, a condition for several keys. */
    SelectQuery<R> queryForAll(Predicate key) {
        if (!isToOne()) {
            return sortedByServer(conditions(key));
        }
        List<Ordering> tieBreak = tieBreak();
        boolean isOrdered = picks() || !query.filter().orderBy().isEmpty();
        List<ColumnReference> oneEach = isOrdered && !tieBreak.isEmpty() ? target() : List.of();
        return query.within(new Restriction(conditions(key), tieBreak, oneEach, null, picks()));
    }

    /**
     * Returns the query for the rows related to {@code entity}. For a relation to one row, further conditions apply to
     * that row. The query of an entity whose key is null matches nothing.
     */
    public SelectQuery<R> queryFor(E entity) {
        return queryForKeyOrNone(RelationKey.raw(relation.sourceKey(), entity));
    }

    /**
     * Returns the query for the first row related to {@code entity} that satisfies further conditions, or null if its
     * key is null.
     */
    public @Nullable SelectQuery<R> searchFor(E entity) {
        if (RelationKey.of(relation.sourceKey(), entity) == null) {
            return null;
        }
        List<EntityColumn<E, ?>> source = relation.sourceKey();
        return oneOf(equal(position -> source.get(position).getOrNull(entity)), false);
    }

    /**
     * Returns the query for the row, or the rows, that satisfy {@code key}, a condition on the columns that equal the
     * key of the entity.
     */
    public SelectQuery<R> queryWhere(Predicate key) {
        return oneOf(key, true);
    }

    private SelectQuery<R> oneOf(Predicate key, boolean picks) {
        if (!isToOne()) {
            return query.within(toMany(key));
        }
        return query.within(new Restriction(conditions(key), tieBreak(), List.of(), 1L, picks && picks()));
    }

    private Restriction toMany(Predicate key) {
        if (Nodes.of(relation).isDirect()) {
            return Restriction.toMany(conditions(key), scope.orderBy());
        }
        List<Hop> hops = new ArrayList<>(hops());
        hops.set(0, hops.get(0).with(List.of(key)));
        return Restriction.toMany(scope.fixed(), scope.orderBy()).over(hops);
    }

    private Predicate equal(IntFunction<@Nullable Object> keyPart) {
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            EntityColumn<E, ?> source = relation.sourceKey().get(i);
            equal.add(new Predicate.Comparison(
                    target().get(i), ComparisonOperator.EQUAL, new Parameter(source.type(), keyPart.apply(i))));
        }
        return equal.size() == 1 ? equal.get(0) : new Predicate.Conjunction(equal);
    }

    /**
     * Returns the join of the related rows to the entities, with the joins of {@link #next()}.
     *
     * @param entities the conditions on the entities
     */
    Join toJoin(List<Predicate> entities) {
        Select select = query.toSelect().beside(key().selected());
        Filter filter = query.filter();
        if (!scope.orderBy().isEmpty()
                && (filter.where() != null || !filter.orderBy().isEmpty())) {
            return new Join(pickedBeside(), select.columns(), List.of(), next.joins(List.of()));
        }
        List<Predicate> conditions = new ArrayList<>(scope.fixed());
        if (select.where() instanceof Predicate.Conjunction all) {
            conditions.addAll(all.operands());
        } else if (select.where() != null) {
            conditions.add(select.where());
        }
        List<Ordering> tieBreak = tieBreak();
        if (tieBreak.isEmpty() && hops().size() == 1) {
            conditions.addAll(CarriedBounds.of(entities, hops().get(0).links()));
        }
        List<Ordering> orderBy = new ArrayList<>(tieBreak.isEmpty() ? List.of() : select.orderBy());
        orderBy.addAll(tieBreak);
        return new Join(new Subquery(hops(), conditions), select.columns(), orderBy, next.joins(conditions));
    }

    private Subquery pickedBeside() {
        Filter filter = query.filter();
        List<Predicate> candidates = new ArrayList<>(scope.fixed());
        candidates.addAll(filter.deleted().conditions(scope.table().softDelete()));
        return new Subquery(
                hops(),
                filter.where() == null ? List.of() : List.of(filter.where()),
                new Subquery.First(Columns.references(relation.related()), candidates, scope.totalOrder()));
    }

    /**
     * Returns the order in which Java sorts the rows of an entity, or null if the server sorts them. The server sorts
     * only if a Java comparison could differ from its own: sorting all rows of many entities costs it more than the
     * read.
     */
    public @Nullable JavaOrder<R> sort() {
        return isToOne() || limitEach() != null ? null : JavaOrder.of(order(), query.columns());
    }

    /** Returns the query for rows that satisfy {@code conditions}. It has an order if the server sorts the rows. */
    SelectQuery<R> sortedByServer(List<Predicate> conditions) {
        List<Ordering> byServer = sort() == null ? scope.orderBy() : List.of();
        SelectQuery<R> all = sort() == null ? query : query.ordered(List.of());
        return all.within(Restriction.toMany(conditions, byServer));
    }

    /** Returns a copy without the conditions of the user. */
    PreloadStep<E, R> withoutConditions() {
        return new PreloadStep<>(relation, scope, query.withoutConditions(), next);
    }

    /** Returns the order of the rows of a relation to many rows. */
    List<Ordering> order() {
        List<Ordering> own = query.filter().orderBy();
        return own.isEmpty()
                ? scope.orderBy()
                : Ordering.total(own, Columns.references(query.model().id()));
    }

    private boolean isToOne() {
        return Nodes.of(relation).isToOne();
    }

    private List<Hop> hops() {
        return Nodes.of(relation).hops();
    }

    List<ColumnReference> target() {
        return Nodes.of(relation).linked();
    }

    /** The scope is added with the keys, so it holds once and for every query. */
    private List<Predicate> conditions(Predicate key) {
        List<Predicate> all = new ArrayList<>();
        all.add(key);
        all.addAll(scope.fixed());
        return all;
    }

    /** Returns whether the order of the relation selects one of several rows. */
    private boolean picks() {
        return isToOne() && !scope.orderBy().isEmpty() && !tieBreak().isEmpty();
    }

    /**
     * The related row is the first one in the order of the scope. Of equal rows it is the one with the lowest primary
     * key.
     */
    private List<Ordering> tieBreak() {
        return isForOneRow() ? List.of() : scope.totalOrder();
    }

    /** A key has at most one row if the owner key is the primary key, or the foreign key is declared unique. */
    private boolean isForOneRow() {
        List<EntityColumn<R, ?>> key = RelationKey.stored(relation.targetKey());
        return Nodes.of(relation).holdsForeignKey()
                ? relation.related().id().equals(key)
                : scope.orderBy().isEmpty()
                        && key.size() == 1
                        && Nodes.of(key.get(0)).is(ColumnTrait.UNIQUE);
    }
}
