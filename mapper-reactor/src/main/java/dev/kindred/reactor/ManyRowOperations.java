package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.ConflictTarget;
import java.util.Collection;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes many entities in chunks, from a publisher or a collection.
 *
 * <ul>
 *   <li>A chunk has at most 1,000 entities by default; 10,000 in {@code copyIn} without {@link ChunkOptions}.
 *   <li>A chunk is stored as a whole or not at all, also after a cancel. It is emitted after it was stored.
 *   <li>Each chunk uses one connection, which is returned before the chunk is emitted. With {@code atomic()} or in a
 *       transaction of the caller all chunks use the connection of the transaction.
 *   <li>The next chunk is requested from a publisher after this one was consumed. Memory holds one chunk, except with
 *       {@code atomic()}.
 *   <li>After a cancel or an error the earlier chunks stay stored, except with {@code atomic()} or in a transaction of
 *       the caller.
 *   <li>In a transaction of the caller, {@code updateAll} and each chunk with several statements use a savepoint. A
 *       chunk with one statement usually does not: after its error the server refuses further statements of that
 *       transaction.
 *   <li>Without entities no statement is sent. The result is empty; {@code deleteAll} and {@code copyIn} emit 0.
 *   <li>A collection is copied when the method is called. A null in it is a {@link NullPointerException}.
 * </ul>
 *
 * <p>A part of {@link ReactiveMapper}. Thread-safe.
 */
public interface ManyRowOperations extends ParentRowOperations {

    /** Inserts entities as {@link #insertAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Flux<E> insertAll(Publisher<? extends E> entities) {
        return insertAll(entities, ChunkOptions.defaults());
    }

    /**
     * Inserts entities and emits the stored entities in their order. One statement for each chunk, with one array for
     * each column. If the entities of a chunk leave different columns to the database, each set of columns takes one
     * statement, in a transaction.
     */
    <E> Flux<E> insertAll(Publisher<? extends E> entities, ChunkOptions options);

    /** Inserts entities as {@link #insertAll(Publisher, ChunkOptions)} does. */
    default <E> Flux<E> insertAll(Collection<? extends E> entities) {
        return insertAll(entities, ChunkOptions.defaults());
    }

    /** Inserts entities as {@link #insertAll(Publisher, ChunkOptions)} does. */
    default <E> Flux<E> insertAll(Collection<? extends E> entities, ChunkOptions options) {
        return insertAll(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), options);
    }

    /** Updates entities as {@link #updateAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Flux<E> updateAll(Publisher<? extends E> entities) {
        return updateAll(entities, ChunkOptions.defaults());
    }

    /**
     * Writes every column of the rows of {@code entities} and emits the stored entities in their order. If a row does
     * not exist or has another version, no row of the chunk is changed, and the error is that of
     * {@link WriteOperations#update(Object)}.
     *
     * <p>Outside a transaction a chunk is one statement, which fails unless it updates all rows. After that failure the
     * chunk is sent once more in a transaction, which finds the error. An error of Java code that reads a stored row,
     * such as a constructor that throws, does not undo the statement; the same applies to {@code insertAll}.
     *
     * <p>A chunk is a transaction with at least one statement if the primary key is not a number or a UUID, if a column
     * is converted when it is read (codecs, enums, JSON, arrays), if owners are touched, if callbacks are called, if a
     * key occurs twice in the chunk, or if entities write different columns. An error that occurs while its rows are
     * read rolls it back.
     */
    <E> Flux<E> updateAll(Publisher<? extends E> entities, ChunkOptions options);

    /** Updates entities as {@link #updateAll(Publisher, ChunkOptions)} does. */
    default <E> Flux<E> updateAll(Collection<? extends E> entities) {
        return updateAll(entities, ChunkOptions.defaults());
    }

    /** Updates entities as {@link #updateAll(Publisher, ChunkOptions)} does. */
    default <E> Flux<E> updateAll(Collection<? extends E> entities, ChunkOptions options) {
        return updateAll(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), options);
    }

    /**
     * Inserts or updates entities by the primary key as {@link #upsertAll(Publisher, ConflictTarget, ChunkOptions)}
     * does.
     */
    default <E> Flux<E> upsertAll(Publisher<? extends E> entities) {
        return upsertAll(entities, ConflictTarget.of(List.of()), ChunkOptions.defaults());
    }

    /** Upserts as {@link #upsertAll(Publisher, ConflictTarget, ChunkOptions)} does, by the primary key. */
    default <E> Flux<E> upsertAll(Publisher<? extends E> entities, ChunkOptions options) {
        return upsertAll(entities, ConflictTarget.of(List.of()), options);
    }

    /** Upserts as {@link #upsertAll(Publisher, ConflictTarget, ChunkOptions)} does. */
    default <E> Flux<E> upsertAll(Publisher<? extends E> entities, ConflictTarget<E> conflictTarget) {
        return upsertAll(entities, conflictTarget, ChunkOptions.defaults());
    }

    /**
     * Inserts entities, or updates the rows with the same values of {@code conflictTarget}, as
     * {@link WriteOperations#upsert(Object, ConflictTarget)} does. Emits the stored entities in their order.
     *
     * <ul>
     *   <li>One statement for each chunk. If the entities of a chunk leave different columns to the database, each set
     *       of columns takes one statement, in a transaction.
     *   <li>Of several entities with the same key the last one is stored. Such a chunk takes more statements, in a
     *       transaction.
     *   <li>The server can consider keys equal that differ in Java: texts that differ in case, accents or blanks, and
     *       values that it rounds. A chunk with such keys runs in a transaction. It takes more statements if two keys
     *       are equal for the server.
     *   <li>A null in a column of {@code conflictTarget} is not equal to another null, so the entity is inserted. With
     *       an index {@code NULLS NOT DISTINCT} nulls are equal: the entity updates the row with null. A chunk in which
     *       two keys would then be equal runs in a transaction.
     *   <li>A null in a {@code @GeneratedValue} member of the key is a {@link dev.kindred.error.MappingException}: the
     *       database would generate the value, so no row can have it. No entity of the chunk is stored.
     * </ul>
     */
    <E> Flux<E> upsertAll(Publisher<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options);

    /** Upserts as {@link #upsertAll(Publisher, ConflictTarget, ChunkOptions)} does, by the primary key. */
    default <E> Flux<E> upsertAll(Collection<? extends E> entities) {
        return upsertAll(entities, ConflictTarget.of(List.of()), ChunkOptions.defaults());
    }

    /** Upserts as {@link #upsertAll(Publisher, ConflictTarget, ChunkOptions)} does, by the primary key. */
    default <E> Flux<E> upsertAll(Collection<? extends E> entities, ChunkOptions options) {
        return upsertAll(entities, ConflictTarget.of(List.of()), options);
    }

    /** Upserts as {@link #upsertAll(Publisher, ConflictTarget, ChunkOptions)} does. */
    default <E> Flux<E> upsertAll(Collection<? extends E> entities, ConflictTarget<E> conflictTarget) {
        return upsertAll(entities, conflictTarget, ChunkOptions.defaults());
    }

    /** Upserts as {@link #upsertAll(Publisher, ConflictTarget, ChunkOptions)} does. */
    default <E> Flux<E> upsertAll(
            Collection<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options) {
        return upsertAll(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), conflictTarget, options);
    }

    /** As {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)}, with any unique index. */
    default <E> Flux<E> insertAllIfAbsent(Publisher<? extends E> entities) {
        return insertAllIfAbsent(entities, ConflictTarget.of(List.of()), ChunkOptions.defaults());
    }

    /** Inserts as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does, with any unique index. */
    default <E> Flux<E> insertAllIfAbsent(Publisher<? extends E> entities, ChunkOptions options) {
        return insertAllIfAbsent(entities, ConflictTarget.of(List.of()), options);
    }

    /**
     * Inserts entities as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does, in chunks of 1,000.
     */
    default <E> Flux<E> insertAllIfAbsent(Publisher<? extends E> entities, ConflictTarget<E> conflictTarget) {
        return insertAllIfAbsent(entities, conflictTarget, ChunkOptions.defaults());
    }

    /**
     * Inserts entities as {@link WriteOperations#insertIfAbsent(Object, ConflictTarget)} does and emits the stored
     * entities in their order.
     *
     * <ul>
     *   <li>Of several entities with the same key the first one is stored.
     *   <li>One statement for each chunk. If an entity leaves other columns to the database than the previous one, one
     *       more statement, in a transaction.
     *   <li>Chunks, cancel and errors are as in {@link #insertAll(Publisher, ChunkOptions)}.
     * </ul>
     */
    <E> Flux<E> insertAllIfAbsent(
            Publisher<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options);

    /** Inserts as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does, with any unique index. */
    default <E> Flux<E> insertAllIfAbsent(Collection<? extends E> entities) {
        return insertAllIfAbsent(entities, ConflictTarget.of(List.of()), ChunkOptions.defaults());
    }

    /** Inserts as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does, with any unique index. */
    default <E> Flux<E> insertAllIfAbsent(Collection<? extends E> entities, ChunkOptions options) {
        return insertAllIfAbsent(entities, ConflictTarget.of(List.of()), options);
    }

    /** Inserts as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does. */
    default <E> Flux<E> insertAllIfAbsent(Collection<? extends E> entities, ConflictTarget<E> conflictTarget) {
        return insertAllIfAbsent(entities, conflictTarget, ChunkOptions.defaults());
    }

    /** Inserts as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does. */
    default <E> Flux<E> insertAllIfAbsent(
            Collection<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options) {
        return insertAllIfAbsent(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), conflictTarget, options);
    }

    /** Removes the rows of entities as {@link #deleteAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Mono<Long> deleteAll(Publisher<? extends E> entities) {
        return deleteAll(entities, ChunkOptions.defaults());
    }

    /**
     * Deletes the rows of {@code entities} and returns their number. One statement for each chunk. With
     * {@code @Version}, a chunk with a row of another version is rolled back with a
     * {@link dev.kindred.error.StaleVersionException}. If fewer rows were deleted than given, one more statement
     * distinguishes another version from a missing row. Missing rows are not counted.
     */
    <E> Mono<Long> deleteAll(Publisher<? extends E> entities, ChunkOptions options);

    /** Deletes rows as {@link #deleteAll(Publisher, ChunkOptions)} does. */
    default <E> Mono<Long> deleteAll(Collection<? extends E> entities) {
        return deleteAll(entities, ChunkOptions.defaults());
    }

    /** Deletes rows as {@link #deleteAll(Publisher, ChunkOptions)} does. */
    default <E> Mono<Long> deleteAll(Collection<? extends E> entities, ChunkOptions options) {
        return deleteAll(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), options);
    }

    /** Stores new entities as {@link #copyIn(Publisher, ChunkOptions)} does, in chunks of 10,000. */
    default <E> Mono<Long> copyIn(Publisher<? extends E> entities) {
        return copyIn(entities, ChunkOptions.defaults().size(10_000));
    }

    /**
     * Inserts entities with PostgreSQL's {@code COPY} and returns the number of stored rows.
     *
     * <ul>
     *   <li>Nothing is read back, so generated keys stay unknown. Owners are not touched.
     *   <li>One statement for each chunk, which is stored as a whole or not at all. The next chunk is requested after
     *       this one was stored.
     *   <li>The entities of a chunk must leave the same columns to the database. Otherwise it is a
     *       {@link dev.kindred.error.MappingException}.
     * </ul>
     */
    <E> Mono<Long> copyIn(Publisher<? extends E> entities, ChunkOptions options);

    /** Inserts entities as {@link #copyIn(Publisher, ChunkOptions)} does. */
    default <E> Mono<Long> copyIn(Collection<? extends E> entities) {
        return copyIn(entities, ChunkOptions.defaults().size(10_000));
    }

    /** Inserts entities as {@link #copyIn(Publisher, ChunkOptions)} does. */
    default <E> Mono<Long> copyIn(Collection<? extends E> entities, ChunkOptions options) {
        return copyIn(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), options);
    }
}
