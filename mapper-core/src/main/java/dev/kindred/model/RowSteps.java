package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import java.util.Collection;
import java.util.List;

/**
 * The steps that set conditions and order, for queries and for the related rows of a relation. Each step returns a new
 * instance and leaves this one unchanged.
 *
 * @param <E> the entity
 * @param <S> the type that the steps return
 */
public interface RowSteps<E, S extends RowSteps<E, S>> extends RelationSteps<E, S> {

    /** Adds terms to the order, less significant than those before. */
    S orderBy(Collection<SortOrder<E>> orders);

    /** Adds a term to the order, less significant than those before. */
    default S orderBy(SortOrder<E> order) {
        return orderBy(List.of(Checks.notNull(order, "order")));
    }

    /** Adds terms to the order, less significant than those before. */
    default S orderBy(SortOrder<E> first, SortOrder<E> second) {
        return orderBy(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Adds terms to the order, less significant than those before. */
    default S orderBy(SortOrder<E> first, SortOrder<E> second, SortOrder<E> third) {
        return orderBy(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /**
     * Includes rows that are marked as deleted.
     *
     * @throws dev.kindred.error.MappingException if the entity has no member marked {@code @SoftDelete}
     */
    S withDeleted();

    /**
     * Selects only rows that are marked as deleted.
     *
     * @throws dev.kindred.error.MappingException if the entity has no member marked {@code @SoftDelete}
     */
    S onlyDeleted();
}
