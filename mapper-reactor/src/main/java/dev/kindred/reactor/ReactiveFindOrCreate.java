package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Finds the related entity or creates it. Any number of concurrent callers end with one row and without an error, also in a caller's
 * transaction, which stays usable.
 *
 * <p>A unique index on the foreign key keeps a second row out; without one, or with one that is deferrable, the parent's row is locked for
 * the moment of creation, which keeps a second row out unless the caller's transaction is of {@code REPEATABLE READ} or above and began
 * to read before the first row was stored: such a one needs the index. A
 * violation of another unique index is an error, and so is a row of the parent that the unique index finds but the search does not. A
 * row that is created holds what was searched for and the payload, which counts where both name a column; the parent's key counts more than
 * either. A parent that was not stored yet is inserted together with its child, in one statement.
 *
 * <p>Each method runs when its {@link Mono} is subscribed, anew for each subscription. Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public abstract class ReactiveFindOrCreate<R> {

    ReactiveFindOrCreate() {}

    /**
     * Returns the related entity that is there, or creates it. One statement when it is there, else two, and one more when another caller is
     * faster; in a transaction each insert stands in a savepoint.
     */
    public abstract Mono<R> firstOrCreate(Supplier<? extends Collection<Assignment<R>>> payload);

    /** Does as {@link #firstOrCreate(Supplier)}. */
    public final Mono<R> firstOrCreate(Collection<Assignment<R>> payload) {
        Collection<Assignment<R>> given = Checks.noNulls(payload, "payload");
        return firstOrCreate(() -> given);
    }

    /** Does as {@link #firstOrCreate(Supplier)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> firstOrCreate(Assignment<R>... payload) {
        return firstOrCreate(Arrays.asList(Checks.notNull(payload, "payload")));
    }

    /** Creates the related entity, or returns the one that is there. One statement when there is none, else two. */
    public abstract Mono<R> createOrFirst(Supplier<? extends Collection<Assignment<R>>> payload);

    /** Does as {@link #createOrFirst(Supplier)}. */
    public final Mono<R> createOrFirst(Collection<Assignment<R>> payload) {
        Collection<Assignment<R>> given = Checks.noNulls(payload, "payload");
        return createOrFirst(() -> given);
    }

    /** Does as {@link #createOrFirst(Supplier)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> createOrFirst(Assignment<R>... payload) {
        return createOrFirst(Arrays.asList(Checks.notNull(payload, "payload")));
    }

    /**
     * Writes the payload to the related entity that is there, or creates it. One statement when it is there, else two, and one more when
     * another caller is faster. The row holds the payload of one caller as a whole, a primary key included, whether it was
     * there or is created.
     */
    public abstract Mono<R> updateOrCreate(Supplier<? extends Collection<Assignment<R>>> payload);

    /** Does as {@link #updateOrCreate(Supplier)}. */
    public final Mono<R> updateOrCreate(Collection<Assignment<R>> payload) {
        Collection<Assignment<R>> given = Checks.noNulls(payload, "payload");
        return updateOrCreate(() -> given);
    }

    /** Does as {@link #updateOrCreate(Supplier)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> updateOrCreate(Assignment<R>... payload) {
        return updateOrCreate(Arrays.asList(Checks.notNull(payload, "payload")));
    }
}
