package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.RelationParts.KeySide;
import dev.kindred.internal.util.Checks;
import java.util.Set;

/**
 * The rows at the end of a path of relations. Each step has its scope and leaves out rows that are marked as deleted. A
 * row that is reached twice is one row. Such a relation is only read. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public final class ThroughRelation<E, R> extends ToManyRelation<E, R> {

    private ThroughRelation(RelationDefinition<E, R> definition) {
        super(definition, KeySide.BETWEEN);
    }

    /** Returns the relation of a definition. */
    static <E, R> ThroughRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new ThroughRelation<>(definition);
    }

    /**
     * Returns this relation over the rows of {@code step} that are marked as deleted as well:
     * {@code User_.INVOICES.withDeleted(User_.ORDERS)}. The other steps are unchanged; {@code withDeleted()} of a query
     * or a condition includes the deleted rows of the related entity. The result is equal to this relation, and a
     * preload of it fills the same handle.
     *
     * @throws MappingException if the relation does not use {@code step}, or if the related entity of the step has no
     *     member marked {@code @SoftDelete}
     */
    public ThroughRelation<E, R> withDeleted(Relation<?, ?> step) {
        if (!definition().path().steps().contains(Checks.notNull(step, "step"))) {
            throw new MappingException(this + " does not use " + step + ". It uses "
                    + definition().path().steps() + ".");
        }
        RelatedRows.of(step.related()).withDeleted();
        return of(definition().lifting(Set.of(step)));
    }
}
