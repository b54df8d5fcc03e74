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
 * Finds the related entity or creates it. For any number of concurrent callers the result is one row and no error, also in a
 * transaction of the caller, which can go on.
 *
 * <ul>
 *   <li>With a unique index on the foreign key, the index refuses a second row.
 *   <li>Without one, or with a deferrable one, the parent's row is locked during the creation. This does not help a
 *       transaction of {@code REPEATABLE READ} or above that began to read before the first row was stored; it needs the
 *       index.
 *   <li>A violation of another unique index is an error. So is a row that the unique index finds and the search does not.
 *   <li>A created row has the values of the search, the payload, and the values that the scope requires. The parent's key
 *       overrides both.
 *   <li>A parent that is not stored yet is inserted together with its child, in one statement.
 * </ul>
 *
 * <p>The same search finds a row that was created or updated:
 *
 * <ul>
 *   <li>A value that contradicts the scope is a {@link dev.kindred.error.MappingException} before any statement. So is a
 *       payload that contradicts the search, before a row is created.
 *   <li>If only the server can decide, one more statement looks the row up, in the same transaction or savepoint. Without a
 *       result this is a {@link dev.kindred.error.MappingException}, and no row remains. Only the server can decide
 *       conditions on other columns, raw SQL, patterns, and values that it rounds or that a collation compares.
 * </ul>
 *
 * <p>Each method runs when its {@link Mono} is subscribed, again for each subscription. Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public abstract class FindOrCreateSteps<R> {

    FindOrCreateSteps() {}

    /** Returns the search. */
    abstract FindOrCreate<?, R> search();

    /** Returns {@code row} and links its handles. */
    abstract Mono<R> created(Mono<R> row);

    /**
     * Returns the existing related entity, or creates it. One statement for an existing row, otherwise two, and one more if
     * another caller is faster. In a transaction each insert runs in a savepoint.
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

    /**
     * Creates the related entity, or returns the existing one. One statement for a new row, otherwise two.
     */
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
     * Writes the payload to the existing related entity, or creates it. One statement for an existing row, otherwise two, and
     * one more if another caller is faster. The row has the whole payload of one caller, a primary key included.
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
