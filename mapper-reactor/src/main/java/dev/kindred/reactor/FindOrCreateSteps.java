package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.reactor.internal.persist.FindOrCreate;
import dev.kindred.reactor.internal.persist.Payload;
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
 * row that is created holds what was searched for, the payload and what the scope of the relation demands; the parent's key counts more than
 * either. A parent that was not stored yet is inserted together with its child, in one statement.
 *
 * <p>A row that is created or updated is one that the same search finds. A value that contradicts the scope is a
 * {@link dev.kindred.error.MappingException} before any statement, and so is a payload that contradicts what is searched for, before a row is
 * created. Where only the server can tell, the row is looked for with one more statement, in the same transaction or savepoint; when it is not
 * found, that is a {@link dev.kindred.error.MappingException} and nothing stays. The server alone can tell of conditions on columns that are
 * not given, of raw SQL, of patterns, and of values that it may round or that a collation compares.
 *
 * <p>Each method runs when its {@link Mono} is subscribed, anew for each subscription. Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public abstract class FindOrCreateSteps<R> {

    FindOrCreateSteps() {}

    /** Returns what finds and creates. */
    abstract FindOrCreate<?, R> search();

    /** Returns {@code row} with what is told of it. */
    abstract Mono<R> created(Mono<R> row);

    /**
     * Returns the related entity that is there, or creates it. One statement when it is there, else two, and one more when another caller is
     * faster; in a transaction each insert stands in a savepoint.
     */
    public final Mono<R> firstOrCreate(Supplier<? extends Collection<Assignment<R>>> payload) {
        return created(search().firstOrCreate(Payload.from(payload)));
    }

    /** Does as {@link #firstOrCreate(Supplier)}. */
    public final Mono<R> firstOrCreate(Collection<Assignment<R>> payload) {
        return created(search().firstOrCreate(Payload.of(payload)));
    }

    /** Does as {@link #firstOrCreate(Supplier)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> firstOrCreate(Assignment<R>... payload) {
        return firstOrCreate(Arrays.asList(Checks.notNull(payload, "payload")));
    }

    /** Creates the related entity, or returns the one that is there. One statement when there is none, else two. */
    public final Mono<R> createOrFirst(Supplier<? extends Collection<Assignment<R>>> payload) {
        return created(search().createOrFirst(Payload.from(payload)));
    }

    /** Does as {@link #createOrFirst(Supplier)}. */
    public final Mono<R> createOrFirst(Collection<Assignment<R>> payload) {
        return created(search().createOrFirst(Payload.of(payload)));
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
    public final Mono<R> updateOrCreate(Supplier<? extends Collection<Assignment<R>>> payload) {
        return created(search().updateOrCreate(Payload.from(payload)));
    }

    /** Does as {@link #updateOrCreate(Supplier)}. */
    public final Mono<R> updateOrCreate(Collection<Assignment<R>> payload) {
        return created(search().updateOrCreate(Payload.of(payload)));
    }

    /** Does as {@link #updateOrCreate(Supplier)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<R> updateOrCreate(Assignment<R>... payload) {
        return updateOrCreate(Arrays.asList(Checks.notNull(payload, "payload")));
    }
}
