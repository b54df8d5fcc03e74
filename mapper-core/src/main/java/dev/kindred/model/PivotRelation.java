package dev.kindred.model;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OfPivot;
import dev.kindred.internal.util.Checks;
import java.util.Set;

/**
 * A many-to-many relation whose pivot table has an entity. The relation leaves out pivots that are marked as deleted.
 * Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 * @param <P> the entity of the pivot table
 */
public final class PivotRelation<E, R, P> extends ManyToManyRelation<E, R> {

    private PivotRelation(RelationDefinition<E, R> definition) {
        super(definition);
    }

    /** Returns the relation of a definition over a relation to the pivots and a relation of the pivot. */
    static <E, R, P> PivotRelation<E, R, P> over(RelationDefinition<E, R> definition) {
        return new PivotRelation<>(definition);
    }

    /** Returns the relation of the entity to its pivots. */
    @SuppressWarnings("unchecked") // the annotation processor checks the entities of the steps
    public HasManyRelation<E, P> pivots() {
        return (HasManyRelation<E, P>) definition().path().steps().get(0);
    }

    /** Returns the relation of a pivot to the related entity. */
    @SuppressWarnings("unchecked") // the annotation processor checks the entities of the steps
    public BelongsToRelation<P, R> target() {
        return (BelongsToRelation<P, R>) definition().path().steps().get(1);
    }

    /**
     * Returns a condition on the pivot by which a related row is reached:
     *
     * <pre>{@code
     * mapper.from(User.class)
     *         .whereHas(User_.TEAMS, teams -> teams
     *                 .where(Team_.NAME.eq("core"))
     *                 .where(User_.TEAMS.pivot(Membership_.ROLE.eq("owner"))));
     * }</pre>
     *
     * <p>All such conditions of one callback are about the same pivot. It can be combined with conditions on the
     * related row with {@code and}, {@code or} and {@code not}. It is valid for the rows of this relation only: in
     * conditions, aggregates, preloads and {@code related(..).query()}. Elsewhere the statement is a
     * {@link dev.kindred.error.MappingException}.
     */
    public Condition<R> pivot(Condition<P> condition) {
        return new Condition<>(new OfPivot(
                Nodes.of(pivots().related()).table(), toString(), Nodes.of(Checks.notNull(condition, "condition"))));
    }

    /**
     * Returns this relation over pivots that are marked as deleted as well. {@code withDeleted()} of a query or a
     * condition includes the deleted rows of the related entity. The result is equal to this relation, and a preload of
     * it fills the same handle.
     *
     * @throws dev.kindred.error.MappingException if the pivot has no member marked {@code @SoftDelete}
     */
    public PivotRelation<E, R, P> withDeletedPivots() {
        RelatedRows.of(pivots().related()).withDeleted();
        return over(definition().lifting(Set.of(pivots())));
    }
}
