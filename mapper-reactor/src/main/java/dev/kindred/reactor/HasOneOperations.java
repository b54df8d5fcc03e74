package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Arrays;
import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * The child of one parent, to be asked for and written. The child's foreign key is always the parent's key, whatever a payload says. A parent
 * that was not stored yet, which its generated key tells, is inserted first, and either both rows are stored or none. The entities that were
 * given stay as they are; what was stored is returned.
 *
 * <p>In a caller's transaction each write stands in a savepoint, so that a failure can be handled and the transaction goes on. Where several
 * rows belong to the parent, the one with the lowest primary key is meant. Nothing happens before a returned {@link Mono} is subscribed;
 * each subscription runs anew. A cancel leaves all or nothing written.
 *
 * <p>Errors besides those of {@link ReactiveMapper}: {@link dev.kindred.error.UniqueViolationException} when the parent has a child already
 * and a unique index keeps a second one out; {@link dev.kindred.error.RelationKeyMissingException} when the parent is stored but its key
 * is null. Immutable and thread-safe.
 *
 * @param <E> the parent
 * @param <R> the child
 */
public abstract class HasOneOperations<E, R> extends FindOrCreateSteps<R> implements Related<R> {

    HasOneOperations() {}

    /**
     * Stores a new child with the given columns; the others get what the scope demands, or their default. One statement, also together with
     * a new parent. A value that contradicts the scope is a {@link dev.kindred.error.MappingException} before any statement.
     */
    public abstract Mono<R> create(Collection<Assignment<R>> values);

    /** Does as {@link #create(Collection)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> create(Assignment<R>... values) {
        return create(Arrays.asList(Checks.notNull(values, "values")));
    }

    /**
     * Stores {@code child} with all its columns: a new one is inserted, a stored one updated, which takes it from another parent when it
     * had one. A generated key tells which it is, or else a version, which only a new child has as null; an assigned key does not, so with
     * one alone the row that has it is changed or else inserted.
     * One statement; a stored child of a new parent takes a transaction with two.
     */
    public abstract Mono<R> save(R child);

    /** Makes {@code child} the parent's: as {@link #save}, but of a stored child only the foreign key is written. */
    public abstract Mono<R> associate(R child);

    /** Puts {@code child} in the place of the parent's child, whose row is deleted. */
    public final Mono<R> replace(R child) {
        return replace(child, OrphanPolicy.DELETE);
    }

    /**
     * Puts {@code child} in the place of whatever children the parent has. A transaction: the parent's row is locked, the others go, the new
     * one is stored. When that fails the others are still there.
     */
    public abstract Mono<R> replace(R child, OrphanPolicy orphans);

    /**
     * Writes columns of the child, and completes empty when there is none. One statement; none when the parent's key is null. Without
     * values nothing is written and the child is read. A column of the primary key is an {@link IllegalArgumentException}.
     */
    public abstract Mono<R> update(Collection<Assignment<R>> values);

    /** Does as {@link #update(Collection)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> update(Assignment<R>... values) {
        return update(Arrays.asList(Checks.notNull(values, "values")));
    }

    /**
     * Lets the child point at nothing and returns it, or completes empty when there is none. One statement; none when the parent's key is
     * null. When the foreign key takes no null it is a {@link dev.kindred.error.MappingException}, before any statement.
     */
    public abstract Mono<R> dissociate();

    /** Removes the child and tells whether there was one. One statement; none when the parent's key is null. */
    public abstract Mono<Boolean> delete();

    /** Narrows the child that is looked for to one with these values, which one that is created gets as well. */
    public abstract FindOrCreateSteps<R> matching(Collection<Assignment<R>> values);

    /** Does as {@link #matching(Collection)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final FindOrCreateSteps<R> matching(Assignment<R>... values) {
        return matching(Arrays.asList(Checks.notNull(values, "values")));
    }
}
