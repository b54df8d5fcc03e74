package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import java.util.Collection;
import java.util.List;

/**
 * The steps that say which rows are meant and in which order: of a query, and of what stands behind a relation. Each
 * returns a new one and leaves this one as it is.
 *
 * @param <E> the entity
 * @param <S> what the steps are of
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
     * Takes rows that are marked as deleted like all others.
     *
     * @throws dev.kindred.error.MappingException when the entity has no member marked {@code @SoftDelete}
     */
    S withDeleted();

    /**
     * Takes rows that are marked as deleted and no others.
     *
     * @throws dev.kindred.error.MappingException when the entity has no member marked {@code @SoftDelete}
     */
    S onlyDeleted();
}
