package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Finds the related entity or creates it. For any number of concurrent callers the result is one row and no error, also
 * in a transaction of the caller. That transaction can continue.
 *
 * <ul>
 *   <li>With a unique index on the foreign key, the index refuses a second row. In a relation to many rows it is an
 *       index on the foreign key and the columns of the search.
 *   <li>Without one, or with a deferrable one, the creation locks the row of the parent, repeats the search and then
 *       inserts. The first creation of a mapper through the relation sends one more statement: an insert that the
 *       server refuses because the index is missing.
 *   <li>A transaction of {@code REPEATABLE READ} or above does not see a row that another caller stored after the
 *       transaction began to read. Without the index it can create a second row.
 *   <li>A violation of another unique index is an error. So is a row that the unique index finds and the search does
 *       not.
 *   <li>A created row has the values of the search, the payload, and the values that the scope requires. The parent's
 *       key overrides both.
 *   <li>In a relation to one row, a parent that is not stored yet is inserted together with its child, in one
 *       statement.
 *   <li>A row of another caller that is deleted before it is read costs two more statements.
 * </ul>
 *
 * <p>The same search finds a row that was created or updated:
 *
 * <ul>
 *   <li>A value that contradicts the scope is a {@link dev.kindred.error.MappingException} before any statement. So is
 *       a payload that contradicts the search, before a row is created.
 *   <li>If only the server can decide, one more statement looks the row up, in the same transaction or savepoint.
 *       Without a result this is a {@link dev.kindred.error.MappingException}, and no row remains. Only the server can
 *       decide conditions on other columns, raw SQL, patterns, and values that it rounds or that a collation compares.
 * </ul>
 *
 * <p>No statement is sent before the first request of a subscriber. Each subscription sends the statements again.
 * Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public interface FindOrCreateSteps<R> {

    /**
     * Returns the existing related entity, or creates it. {@code payload} is called only when a row is created. In a
     * transaction of the caller each insert runs in a savepoint.
     *
     * <ul>
     *   <li>One statement for an existing row: the search.
     *   <li>With a unique index two statements for a new row: the search and the insert. Three if another caller
     *       creates the row after the search.
     *   <li>Without a unique index four statements for a new row: the search, the lock, the search and the insert.
     *       Three if another caller creates the row after the first search.
     * </ul>
     */
    Mono<R> firstOrCreate(Supplier<? extends Collection<Assignment<R>>> payload);

    /** Same as {@link #firstOrCreate(Supplier)}. */
    Mono<R> firstOrCreate(Collection<Assignment<R>> payload);

    /** Same as {@link #firstOrCreate(Supplier)}, with one column. */
    default Mono<R> firstOrCreate(Assignment<R> payload) {
        return firstOrCreate(List.of(Checks.notNull(payload, "payload")));
    }

    /** Same as {@link #firstOrCreate(Supplier)}, with two columns. */
    default Mono<R> firstOrCreate(Assignment<R> first, Assignment<R> second) {
        return firstOrCreate(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Same as {@link #firstOrCreate(Supplier)}, with three columns. */
    default Mono<R> firstOrCreate(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return firstOrCreate(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /**
     * Creates the related entity, or returns the existing one. {@code payload} is called once for each subscription.
     *
     * <ul>
     *   <li>With a unique index one statement for a new row: the insert. Two for an existing row: the insert, which
     *       stores nothing, and the search.
     *   <li>Without a unique index three statements for a new row: the lock, the search and the insert. Two for an
     *       existing row: the lock and the search.
     * </ul>
     */
    Mono<R> createOrFirst(Supplier<? extends Collection<Assignment<R>>> payload);

    /** Same as {@link #createOrFirst(Supplier)}. */
    Mono<R> createOrFirst(Collection<Assignment<R>> payload);

    /** Same as {@link #createOrFirst(Supplier)}, with one column. */
    default Mono<R> createOrFirst(Assignment<R> payload) {
        return createOrFirst(List.of(Checks.notNull(payload, "payload")));
    }

    /** Same as {@link #createOrFirst(Supplier)}, with two columns. */
    default Mono<R> createOrFirst(Assignment<R> first, Assignment<R> second) {
        return createOrFirst(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Same as {@link #createOrFirst(Supplier)}, with three columns. */
    default Mono<R> createOrFirst(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return createOrFirst(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /**
     * Writes the payload to the existing related entity, or creates it. The row has the whole payload of one caller, a
     * primary key included. {@code payload} is called once for each subscription.
     *
     * <ul>
     *   <li>One statement for an existing row: the update.
     *   <li>With a unique index two statements for a new row: the update, which finds no row, and the insert. Three if
     *       another caller creates the row after the update.
     *   <li>Without a unique index four statements for a new row: the update, the lock, the update and the insert.
     *       Three if another caller creates the row after the first update.
     * </ul>
     */
    Mono<R> updateOrCreate(Supplier<? extends Collection<Assignment<R>>> payload);

    /** Same as {@link #updateOrCreate(Supplier)}. */
    Mono<R> updateOrCreate(Collection<Assignment<R>> payload);

    /** Same as {@link #updateOrCreate(Supplier)}, with one column. */
    default Mono<R> updateOrCreate(Assignment<R> payload) {
        return updateOrCreate(List.of(Checks.notNull(payload, "payload")));
    }

    /** Same as {@link #updateOrCreate(Supplier)}, with two columns. */
    default Mono<R> updateOrCreate(Assignment<R> first, Assignment<R> second) {
        return updateOrCreate(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Same as {@link #updateOrCreate(Supplier)}, with three columns. */
    default Mono<R> updateOrCreate(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return updateOrCreate(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }
}
