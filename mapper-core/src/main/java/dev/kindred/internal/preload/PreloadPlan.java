package dev.kindred.internal.preload;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.query.Filter;
import dev.kindred.internal.query.Preload;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Join;
import dev.kindred.internal.sql.JoinedSelect;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relations to load for some entities, level by level: one statement for each step. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param steps the relations, in the order of the query
 */
public record PreloadPlan<E>(List<PreloadStep<E, ?>> steps) {

    public PreloadPlan {
        steps = List.copyOf(steps);
    }

    /** Returns the plan that loads nothing. */
    public static <E> PreloadPlan<E> none() {
        return new PreloadPlan<>(List.of());
    }

    /**
     * Returns the plan of the preloads of {@code query}.
     *
     * @throws RelationKeyMissingException if a key column of a relation is not selected
     * @throws IllegalArgumentException if a to-one relation is requested twice with different conditions, if a
     *     preload has an offset or a limit of zero, or if the query itself is {@code joined()}
     */
    public static <E> PreloadPlan<E> of(SelectQuery<E> query) {
        if (query.isJoined()) {
            throw new IllegalArgumentException("The query for " + query.model().name()
                    + " is joined(), but it is not a preload. Use joined() in preload(relation, related"
                    + " -> related.joined()).");
        }
        return within(query);
    }

    /**
     * Returns the plan of preloads for existing entities.
     *
     * @throws IllegalArgumentException if one has an offset or a limit of zero, or joins a to-one relation
     */
    public static <E> PreloadPlan<E> ofEntities(List<Preload<E, ?>> preloads) {
        for (Preload<E, ?> preload : preloads) {
            if (preload.query().isJoined() && Nodes.of(preload.relation()).isToOne()) {
                throw new IllegalArgumentException("The preload of " + preload.relation()
                        + " is joined(), but its entities are already read. Remove joined(), or preload in"
                        + " the query that reads the entities.");
            }
        }
        return of(preloads);
    }

    private static <E> PreloadPlan<E> within(SelectQuery<E> query) {
        for (Preload<E, ?> preload : query.preloads()) {
            requireKeys(query, preload.relation());
        }
        return of(query.preloads());
    }

    /** Returns the steps whose rows are read in the statement of the entities. */
    public List<PreloadStep<E, ?>> joined() {
        return steps.stream().filter(PreloadStep::isBesideEntities).toList();
    }

    /** Returns {@code entities} with the columns of {@link #joined()} beside them. */
    public Statement beside(Select entities) {
        List<Join> joins = joinsOf(entities);
        return joins.isEmpty() ? entities : new JoinedSelect(entities, joins);
    }

    /** Returns the joins of {@link #joined()} in a statement that reads {@code entities}, in that order. */
    List<Join> joinsOf(Select entities) {
        return joins(entities.where() == null ? List.of() : List.of(entities.where()));
    }

    /**
     * Returns the joins of {@link #joined()} in the statement of the entities, in that order.
     *
     * @param entities the conditions on the entities
     */
    List<Join> joins(List<Predicate> entities) {
        return joined().stream().<Join>map(step -> step.toJoin(entities)).toList();
    }

    private static <E> PreloadPlan<E> of(List<Preload<E, ?>> preloads) {
        if (preloads.isEmpty()) {
            return none();
        }
        Map<Relation<E, ?>, Preload<E, ?>> byRelation = new LinkedHashMap<>();
        for (Preload<E, ?> preload : preloads) {
            byRelation.merge(preload.relation(), preload, PreloadPlan::merged);
        }
        List<PreloadStep<E, ?>> steps = new ArrayList<>(byRelation.size());
        for (Preload<E, ?> preload : byRelation.values()) {
            steps.add(step(preload));
        }
        return new PreloadPlan<>(steps);
    }

    private static <E, R> PreloadStep<E, R> step(Preload<E, R> preload) {
        Relation<E, R> relation = preload.relation();
        SelectQuery<R> query = preload.query();
        if (!Nodes.of(relation).isToOne()) {
            SelectQuery<R> all = query.including(keysOfNext(preload));
            return PreloadStep.of(relation, all, within(all));
        }
        Select.Page page = query.filter().page();
        if (page.offset() != null || (page.limit() != null && page.limit() == 0)) {
            throw new IllegalArgumentException("The preload of " + relation
                    + " has an offset or a limit of zero, but it reads the first row of each parent. Remove it,"
                    + " and add an order that selects the row.");
        }
        if (query.isJoined() && query.filter().lock() != null) {
            throw new IllegalArgumentException("The preload of " + relation
                    + " is joined() and locks its rows, but the server cannot lock rows of an outer join."
                    + " Remove one of the two.");
        }
        SelectQuery<R> related = first(query).including(keysOfNext(preload));
        return PreloadStep.of(relation, related, within(related));
    }

    /** The statement reads the target key anyway, so a further preload by it works without a select of the key. */
    private static <R> List<EntityColumn<R, ?>> keysOfNext(Preload<?, R> preload) {
        return RelationKey.stored(preload.relation().targetKey()).stream()
                .filter(column -> preload.query().preloads().stream()
                        .anyMatch(next -> next.relation().sourceKey().contains(column)))
                .toList();
    }

    /**
     * A limit applies per parent. For a to-one relation its presence means that several rows may exist, so the server
     * picks one.
     */
    private static <R> SelectQuery<R> first(SelectQuery<R> query) {
        if (query.filter().page().limit() == null) {
            return query;
        }
        SelectQuery<R> all = query.paged(Select.Page.ALL);
        return query.filter().orderBy().isEmpty() ? all.inTotalOrder() : all;
    }

    private static <E> void requireKeys(SelectQuery<E> query, Relation<E, ?> relation) {
        for (EntityColumn<E, ?> key : RelationKey.stored(relation.sourceKey())) {
            if (!query.columns().contains(key)) {
                throw new RelationKeyMissingException("Cannot preload " + relation + ": its key column " + key
                        + " is not selected. Add that column to select(..).");
            }
        }
    }

    private static <E> Preload<E, ?> merged(Preload<E, ?> first, Preload<E, ?> second) {
        return merge(first, second);
    }

    @SuppressWarnings("unchecked") // two preloads of one relation have the same related entity
    private static <E, R> Preload<E, R> merge(Preload<E, R> first, Preload<E, ?> other) {
        Preload<E, R> second = (Preload<E, R>) other;
        SelectQuery<R> one = first.query();
        SelectQuery<R> two = second.query();
        List<EntityColumn<R, ?>> key = RelationKey.stored(first.relation().targetKey());
        if (!conditionsOf(first.relation(), one.including(key))
                .equals(conditionsOf(second.relation(), two.including(key)))) {
            if (!Nodes.of(first.relation()).isToOne()) {
                return second;
            }
            throw new IllegalArgumentException("The preload of " + first.relation()
                    + " is requested twice with different conditions, orders, columns or modes. An entity holds"
                    + " one result of a relation. Request it once, or read the other rows with a separate query.");
        }
        List<Preload<R, ?>> nested = new ArrayList<>(one.preloads());
        nested.addAll(two.preloads());
        return new Preload<>(
                first.relation(),
                new SelectQuery<>(
                        one.model(),
                        one.filter(),
                        one.including(two.columns()).columns(),
                        nested,
                        one.mode(),
                        one.isJoined() || two.isJoined()));
    }

    /** Two equal relations can have different steps: one may include rows that are marked as deleted. */
    private static <R> Conditions conditionsOf(Relation<?, R> relation, SelectQuery<R> query) {
        return new Conditions(Nodes.of(relation).hops(), query.filter(), Set.copyOf(query.columns()), query.mode());
    }

    private record Conditions(
            List<Hop> hops,
            Filter filter,
            Set<?> columns,
            @Nullable LoadMode mode) {}
}
