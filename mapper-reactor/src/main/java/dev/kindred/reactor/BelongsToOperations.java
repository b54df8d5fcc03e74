package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Arrays;
import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * Where one entity points to, to be asked for and written. Writes are of the entity's foreign key only; its version, if it has one, is compared.
 * The entities that were given stay as they are; what was stored is returned.
 *
 * <p>In a caller's transaction each write stands in a savepoint. Nothing happens before a returned {@link Mono} is subscribed; each
 * subscription runs anew. A cancel leaves all or nothing written. Errors are those of {@link ReactiveMapper#update(Object)}. Immutable and
 * thread-safe.
 *
 * @param <E> the entity that points
 * @param <R> its owner
 */
public abstract class BelongsToOperations<E, R> implements Related<R> {

    BelongsToOperations() {}

    /**
     * Lets the entity point at {@code owner} and returns it. One statement; a new owner is inserted first, in the same transaction, and
     * together with a new entity in one statement.
     */
    public abstract Mono<E> associate(R owner);

    /**
     * Lets the entity point at nothing and returns it. One statement. When the foreign key takes no null it is a
     * {@link dev.kindred.error.MappingException}, before any statement.
     */
    public abstract Mono<E> dissociate();

    /** Stores a new owner with the given columns, lets the entity point at it and returns the owner. A transaction with two statements. */
    public abstract Mono<R> create(Collection<Assignment<R>> values);

    /** Does as {@link #create(Collection)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> create(Assignment<R>... values) {
        return create(Arrays.asList(Checks.notNull(values, "values")));
    }
}
