package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Arrays;
import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * Operations on the {@code @BelongsTo} owner of one entity: reads and writes of the reference.
 *
 * <ul>
 *   <li>A write changes the foreign key of the entity only, and compares its version if it has one.
 *   <li>The given entities stay unchanged. The stored entity is returned.
 *   <li>In a transaction of the caller each write runs in a savepoint.
 *   <li>Nothing happens before a returned {@link Mono} is subscribed. Each subscription runs again.
 *   <li>After a cancel either everything or nothing is written.
 *   <li>The errors are those of {@link ReactiveMapper#update(Object)}.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> the entity with the foreign key
 * @param <R> its owner
 */
public abstract class BelongsToOperations<E, R> implements Related<R> {

    BelongsToOperations() {}

    /**
     * Sets the foreign key to the key of {@code owner} and returns the entity. One statement. A new owner is inserted first, in
     * the same transaction. If the entity is new too, both are inserted in one statement.
     */
    public abstract Mono<E> associate(R owner);

    /**
     * Sets the foreign key to null and returns the entity. One statement. If the foreign key is not nullable, this is a
     * {@link dev.kindred.error.MappingException} before any statement.
     */
    public abstract Mono<E> dissociate();

    /**
     * Stores a new owner with the given columns, sets the foreign key to its key, and returns the owner. A transaction with two
     * statements.
     */
    public abstract Mono<R> create(Collection<Assignment<R>> values);

    /** Does as {@link #create(Collection)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> create(Assignment<R>... values) {
        return create(Arrays.asList(Checks.notNull(values, "values")));
    }
}
