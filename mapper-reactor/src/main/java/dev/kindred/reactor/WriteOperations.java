package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.RelatedEntity;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes entities.
 *
 * <ul>
 *   <li>The given entities stay unchanged. Each write returns new entities, built from the rows that the database
 *       returned.
 *   <li>A {@code @BelongsTo(touch = true)} relation touches the owner in the same statement. The statement waits for
 *       other transactions that wrote the owner. No method returns the touched owners.
 * </ul>
 *
 * <p>The writing part of {@link ReactiveMapper}. Thread-safe.
 */
public interface WriteOperations {

    /**
     * Inserts a row and returns the stored entity. One statement. The database generates the value of a
     * {@code @GeneratedValue} member that is null. The times of {@code @CreatedAt} and {@code @UpdatedAt} come from the
     * clock of the mapper.
     */
    <E> Mono<E> insert(E entity);

    /**
     * Writes every column of the row of {@code entity} and returns the stored entity. One statement. Without a row it
     * is an {@link dev.kindred.error.EntityNotFoundException}. With {@code @Version} it is a
     * {@link dev.kindred.error.StaleVersionException} if the row does not exist or has another version.
     */
    <E> Mono<E> update(E entity);

    /**
     * Writes the columns in which {@code after} differs from {@code before}, and the time of the update. Returns the
     * stored entity.
     *
     * <ul>
     *   <li>One statement. No statement if no column differs: {@code before} is returned, with working handles.
     *   <li>The version is the version of {@code before}. The errors are those of {@link #update(Object)}.
     *   <li>A {@code @GeneratedValue} member that is null in {@code after} keeps its stored value.
     *   <li>Two different keys are an {@link IllegalArgumentException}.
     * </ul>
     */
    <E> Mono<E> update(E before, E after);

    /**
     * Inserts {@code entity} if its generated key is null, as {@link #insert} does, and updates it otherwise, as
     * {@link #update(Object)} does. An entity with an assigned key is a {@link dev.kindred.error.MappingException}: its
     * key does not show whether it is stored.
     */
    <E> Mono<E> save(E entity);

    /**
     * Saves {@code parent} and its child, both or none, and returns the parent: {@code mapper.save(user,
     * User_.PROFILE.with(profile))}.
     *
     * <ul>
     *   <li>Two new entities are one statement. Otherwise it is a transaction with two statements.
     *   <li>The handle of the parent is linked to the child if a read is certain to find it: the child satisfies the
     *       scope of the relation and is not marked as deleted, and the parent is new with a generated key or the
     *       foreign key is {@code @Column(unique = true)}. Otherwise the handle is not loaded.
     * </ul>
     */
    <E, R> Mono<E> save(E parent, RelatedEntity<E, R> child);

    /**
     * Inserts {@code entity}. If its primary key exists, it writes the other columns of that row, except
     * {@code @CreatedAt}. A version is incremented and not compared. One statement, atomic for concurrent callers.
     */
    default <E> Mono<E> upsert(E entity) {
        return upsert(entity, List.of());
    }

    /** Does as {@link #upsert(Object)}, with the unique index of {@code conflictTarget} instead of the primary key. */
    default <E> Mono<E> upsert(E entity, EntityColumn<E, ?> conflictTarget) {
        return upsert(entity, List.<EntityColumn<E, ?>>of(Checks.notNull(conflictTarget, "conflictTarget")));
    }

    /**
     * Does as {@link #upsert(Object)}, with the unique index of the columns {@code conflictTarget}. Without columns it
     * uses the primary key. A violation of another unique index is an error.
     */
    default <E> Mono<E> upsert(E entity, Collection<? extends EntityColumn<E, ?>> conflictTarget) {
        return upsert(entity, ConflictTarget.of(Checks.<EntityColumn<E, ?>>noNulls(conflictTarget, "conflictTarget")));
    }

    /**
     * Does as {@link #upsert(Object, Collection)}, with a unique index that may be partial. For an entity with
     * {@code @SoftDelete}, an index of the rows that are not deleted needs no condition.
     */
    <E> Mono<E> upsert(E entity, ConflictTarget<E> conflictTarget);

    /**
     * Inserts a row and returns the stored entity. If a row has the same value of any unique index, it completes empty
     * and changes nothing. One statement, atomic for concurrent callers.
     */
    default <E> Mono<E> insertIfAbsent(E entity) {
        return insertIfAbsent(entity, ConflictTarget.of(List.of()));
    }

    /**
     * Does as {@link #insertIfAbsent(Object)}, with the unique index of one column. A violation of another one is an
     * error.
     */
    default <E> Mono<E> insertIfAbsent(E entity, EntityColumn<E, ?> conflictTarget) {
        return insertIfAbsent(entity, ConflictTarget.of(List.of(Checks.notNull(conflictTarget, "conflictTarget"))));
    }

    /**
     * Does as {@link #insertIfAbsent(Object)}, with the unique index of {@code conflictTarget}. Without columns it uses
     * any unique index. A violation of another unique index is an error.
     */
    <E> Mono<E> insertIfAbsent(E entity, ConflictTarget<E> conflictTarget);

    /**
     * Deletes the row of {@code entity} and returns whether it existed. One statement.
     *
     * <ul>
     *   <li>With {@code @Version}, a row with another version is a {@link dev.kindred.error.StaleVersionException}. One
     *       more statement distinguishes it from a row that does not exist.
     *   <li>With {@code @SoftDelete} the row is marked as deleted, with the time of the mapper's clock. A marked row
     *       counts as missing.
     * </ul>
     */
    Mono<Boolean> delete(Object entity);

    /**
     * Deletes the row of {@code entity} as {@link #delete(Object)} does, also for an entity with {@code @SoftDelete}.
     */
    Mono<Boolean> deletePermanently(Object entity);

    /**
     * Removes the deletion mark from the row of {@code entity} and returns the stored entity. One statement. An entity
     * without {@code @SoftDelete} is a {@link dev.kindred.error.MappingException}. Other errors are those of
     * {@link #update(Object)}.
     */
    <E> Mono<E> restore(E entity);

    /** Starts an update of the row with a primary key, as {@link #update(Class, Object, Object...)} does. */
    default <E> RowUpdate<E> update(Class<E> type, Object key) {
        return update(type, key, new Object[0]);
    }

    /**
     * Starts an update of the row with a primary key, {@code mapper.update(User.class,
     * 212L).set(User_.EMAIL.set("x")).execute()}, without a read.
     *
     * @param key the key, or the first part of a composite one; any integer type for an integer column
     * @param furtherParts the further parts of a composite key, in the order of the members
     */
    <E> RowUpdate<E> update(Class<E> type, Object key, Object... furtherParts);

    /** Starts an update of many rows. It touches no owner. */
    <E> BulkUpdate<E> update(Class<E> type);

    /** Starts a delete of many rows. It touches no owner. */
    <E> BulkDelete<E> delete(Class<E> type);

    /** Inserts entities as {@link #insertAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Flux<E> insertAll(Publisher<? extends E> entities) {
        return insertAll(entities, ChunkOptions.defaults());
    }

    /**
     * Inserts entities and emits the stored entities in their order.
     *
     * <ul>
     *   <li>One statement for each chunk, with one array for each column. If the entities of a chunk leave different
     *       columns to the database, each such set takes one statement, in a transaction.
     *   <li>A chunk is stored as a whole or not at all. It is emitted after it was stored.
     *   <li>The next chunk is requested from {@code entities} after this one was consumed. Memory holds one chunk.
     *   <li>After a cancel or an error the earlier chunks stay stored.
     * </ul>
     */
    <E> Flux<E> insertAll(Publisher<? extends E> entities, ChunkOptions options);

    /** As {@link #insertAll(Publisher, HasOneRelation, Function, ChunkOptions)}, in chunks of 1,000. */
    default <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf) {
        return insertAll(entities, relation, childOf, ChunkOptions.defaults());
    }

    /**
     * Inserts entities, and for each the child that {@code childOf} returns, if any. Emits the parents. Each chunk is a
     * transaction with two statements. Handles are linked as in {@link #save(Object, RelatedEntity)}. Otherwise as
     * {@link #insertAll(Publisher, ChunkOptions)}.
     */
    <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf,
            ChunkOptions options);

    /** Updates entities as {@link #updateAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Flux<E> updateAll(Publisher<? extends E> entities) {
        return updateAll(entities, ChunkOptions.defaults());
    }

    /**
     * Writes every column of the rows of {@code entities} and emits the stored entities in their order. Each chunk is a
     * transaction with one statement. If a row does not exist or has another version, the chunk is rolled back with the
     * errors of {@link #update(Object)}.
     */
    <E> Flux<E> updateAll(Publisher<? extends E> entities, ChunkOptions options);

    /**
     * Inserts or updates entities by their primary key as {@link #upsertAll(Publisher, Collection, ChunkOptions)} does.
     */
    default <E> Flux<E> upsertAll(Publisher<? extends E> entities) {
        return upsertAll(entities, List.<EntityColumn<E, ?>>of(), ChunkOptions.defaults());
    }

    /**
     * Inserts or updates entities as {@link #upsertAll(Publisher, Collection, ChunkOptions)} does, in chunks of 1,000.
     */
    default <E> Flux<E> upsertAll(
            Publisher<? extends E> entities, Collection<? extends EntityColumn<E, ?>> conflictTarget) {
        return upsertAll(entities, conflictTarget, ChunkOptions.defaults());
    }

    /**
     * Inserts entities, or updates the rows with the same values of {@code conflictTarget}, as
     * {@link #upsert(Object, Collection)} does. Emits the stored entities in their order. One statement for each chunk.
     * Of several entities with the same key the last one is stored; such a chunk takes more statements, in a
     * transaction. So does a chunk with keys that only the server may consider equal: nulls, texts that differ in case,
     * accents or blanks, and values that the server may round.
     */
    default <E> Flux<E> upsertAll(
            Publisher<? extends E> entities,
            Collection<? extends EntityColumn<E, ?>> conflictTarget,
            ChunkOptions options) {
        return upsertAll(
                entities,
                ConflictTarget.of(Checks.<EntityColumn<E, ?>>noNulls(conflictTarget, "conflictTarget")),
                options);
    }

    /**
     * Does as {@link #upsertAll(Publisher, Collection, ChunkOptions)}, with a unique index that may be partial, as
     * {@link #upsert(Object, ConflictTarget)} does.
     */
    <E> Flux<E> upsertAll(Publisher<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options);

    /** As {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)}, with any unique index. */
    default <E> Flux<E> insertAllIfAbsent(Publisher<? extends E> entities) {
        return insertAllIfAbsent(entities, ConflictTarget.of(List.of()));
    }

    /**
     * Inserts entities as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does, in chunks of 1,000.
     */
    default <E> Flux<E> insertAllIfAbsent(Publisher<? extends E> entities, ConflictTarget<E> conflictTarget) {
        return insertAllIfAbsent(entities, conflictTarget, ChunkOptions.defaults());
    }

    /**
     * Inserts entities as {@link #insertIfAbsent(Object, ConflictTarget)} does and emits the stored entities in their
     * order.
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

    /** Removes the rows of entities as {@link #deleteAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Mono<Long> deleteAll(Publisher<? extends E> entities) {
        return deleteAll(entities, ChunkOptions.defaults());
    }

    /**
     * Deletes the rows of {@code entities} and returns their number. One statement for each chunk. With
     * {@code @Version}, a chunk with a row of another version is rolled back with a
     * {@link dev.kindred.error.StaleVersionException}. If fewer rows were deleted than given, one more statement
     * distinguishes it from rows that do not exist, which are not counted.
     */
    <E> Mono<Long> deleteAll(Publisher<? extends E> entities, ChunkOptions options);

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
}
