package dev.kindred.reactor;

import reactor.core.publisher.Mono;

/**
 * Operations on the {@code @BelongsToOneOf} target of one entity: reads and writes of the reference. Subscription,
 * cancel, transactions and errors are as in {@link BelongsToOperations}, which {@code mapper.related(comment,
 * Comment_.SUBJECT_POST)} returns for one type. Immutable and thread-safe.
 *
 * @param <E> the entity that references a row of one of several types
 * @param <T> the type of the targets
 */
public interface BelongsToOneOfOperations<E, T> {

    /**
     * Reads the target. One statement on the subscriber's connection, none if the entity has no target. Empty without
     * such a row.
     *
     * @throws dev.kindred.error.UnknownTypeException if the entity has the name of an unknown type, as an error of the
     *     {@code Mono}
     */
    Mono<T> find();

    /** Reads the target as {@link #find()} does. Without such a row, it is an {@code EntityNotFoundException}. */
    Mono<T> get();

    /**
     * Sets the reference to {@code target} and returns the entity as stored. The keys of the other types become null;
     * the name of the type is set if the relation has a column for it. Statements are as in
     * {@link BelongsToOperations#associate}.
     *
     * @throws IllegalArgumentException if {@code target} is not of a type of the relation
     */
    Mono<E> associate(T target);

    /**
     * Sets the reference to null and returns the entity. One statement. If a column of it is not nullable, this is a
     * {@link dev.kindred.error.MappingException} before any statement. A check that the row has a target refuses it
     * with a {@link dev.kindred.error.CheckViolationException}.
     */
    Mono<E> dissociate();
}
