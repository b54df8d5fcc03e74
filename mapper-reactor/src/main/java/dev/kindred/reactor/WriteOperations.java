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
 * Writes entities. The entities that were given stay as they are; each write returns new ones, built from the rows the database returned.
 * Owners that a {@code @BelongsTo(touch = true)} leads to are marked as changed by the same statement, which then waits for other
 * transactions that have written them; what they hold is read back by none of these methods. The part of {@link ReactiveMapper} that writes; thread-safe.
 */
public interface WriteOperations {

    /**
     * Writes a new row and returns the entity as the database stored it, with what it filled in. One statement. Members marked
     * {@code @GeneratedValue} that are null are left to the database; times of {@code @CreatedAt} and {@code @UpdatedAt} come from the
     * clock of the mapper.
     */
    <E> Mono<E> insert(E entity);

    /**
     * Writes every column of the row of {@code entity} and returns the entity as the database stored it. One statement. When the row is
     * not there it is an {@link dev.kindred.error.EntityNotFoundException}; with {@code @Version}, a
     * {@link dev.kindred.error.StaleVersionException} when the row is gone or has another version.
     */
    <E> Mono<E> update(E entity);

    /**
     * Writes the columns in which {@code after} differs from {@code before}, and the time of the update, and returns the entity as the
     * database stored it; errors as {@link #update(Object)}, the version being that of {@code before}. One statement; none when the two
     * differ in no column, and then {@code before} is returned, with live handles. A member marked {@code @GeneratedValue} that is null in
     * {@code after} keeps what the database has. Two different keys are an {@link IllegalArgumentException}.
     */
    <E> Mono<E> update(E before, E after);

    /**
     * Inserts {@code entity} when its generated key is null, and updates it otherwise, as {@link #insert} and {@link #update(Object)} do. An
     * entity whose key is assigned does not tell which is meant: that is a {@link dev.kindred.error.MappingException}.
     */
    <E> Mono<E> save(E entity);

    /**
     * Saves {@code parent} and its child, all or nothing, and returns the parent. Two new entities are one statement, others a transaction with
     * two. The handle of the parent knows the child where a read is certain to find it: the child satisfies the scope of the relation, is not
     * marked as deleted, and the parent is new with a generated key or the foreign key is {@code @Column(unique = true)}. Else the handle is
     * not loaded. Made for {@code mapper.save(user, User_.PROFILE.with(profile))}.
     */
    <E, R> Mono<E> save(E parent, RelatedEntity<E, R> child);

    /**
     * Inserts {@code entity}, or when its primary key is there already writes the other columns of that row, but for {@code @CreatedAt}; a
     * version is raised and not compared. One statement, which no other caller can come between.
     */
    default <E> Mono<E> upsert(E entity) {
        return upsert(entity, List.of());
    }

    /** Does as {@link #upsert(Object)}, with the unique index of {@code conflictTarget} instead of the primary key. */
    default <E> Mono<E> upsert(E entity, EntityColumn<E, ?> conflictTarget) {
        return upsert(entity, List.<EntityColumn<E, ?>>of(Checks.notNull(conflictTarget, "conflictTarget")));
    }

    /**
     * Does as {@link #upsert(Object)}, with the unique index of the columns {@code conflictTarget}, or when there are none of the primary key.
     * The violation of another unique index is an error.
     */
    default <E> Mono<E> upsert(E entity, Collection<? extends EntityColumn<E, ?>> conflictTarget) {
        return upsert(entity, ConflictTarget.of(Checks.<EntityColumn<E, ?>>noNulls(conflictTarget, "conflictTarget")));
    }

    /**
     * Does as {@link #upsert(Object, Collection)}, with a unique index that may be partial. Where an entity has a member marked
     * {@code @SoftDelete}, an index of the rows that are not marked is found without a condition.
     */
    <E> Mono<E> upsert(E entity, ConflictTarget<E> conflictTarget);

    /**
     * Writes a new row and returns the entity as the database stored it, or completes empty and changes nothing when a row has the same
     * value of any unique index. One statement, which no other caller can come between.
     */
    default <E> Mono<E> insertIfAbsent(E entity) {
        return insertIfAbsent(entity, ConflictTarget.of(List.of()));
    }

    /** Does as {@link #insertIfAbsent(Object)}, with the unique index of {@code conflictTarget}; the violation of another one is an error. */
    default <E> Mono<E> insertIfAbsent(E entity, EntityColumn<E, ?> conflictTarget) {
        return insertIfAbsent(entity, ConflictTarget.of(List.of(Checks.notNull(conflictTarget, "conflictTarget"))));
    }

    /**
     * Does as {@link #insertIfAbsent(Object)}, with the unique index of {@code conflictTarget}, or when it has no columns with any. The
     * violation of another unique index is an error.
     */
    <E> Mono<E> insertIfAbsent(E entity, ConflictTarget<E> conflictTarget);

    /**
     * Removes the row of {@code entity} and returns whether there was one. One statement. With {@code @Version}, a row that has another
     * version is a {@link dev.kindred.error.StaleVersionException}; one more statement tells it from a row that is gone. With
     * {@code @SoftDelete} the row is marked as deleted instead, from the clock of the mapper; one that is marked already counts as none.
     */
    Mono<Boolean> delete(Object entity);

    /** Removes the row of {@code entity} as {@link #delete(Object)} does, also where it would only be marked as deleted. */
    Mono<Boolean> deletePermanently(Object entity);

    /**
     * Takes the mark of a deletion from the row of {@code entity} and returns the entity as stored. One statement. An entity without
     * {@code @SoftDelete} is a {@link dev.kindred.error.MappingException}; other errors as {@link #update(Object)}.
     */
    <E> Mono<E> restore(E entity);

    /** Starts an update of the row with a primary key, as {@link #update(Class, Object, Object...)} does. */
    default <E> RowUpdate<E> update(Class<E> type, Object key) {
        return update(type, key, new Object[0]);
    }

    /**
     * Starts an update of the row with a primary key, {@code mapper.update(User.class, 212L).set(User_.EMAIL.set("x")).execute()}, which need not
     * be read before.
     *
     * @param key the key, or the first part of a composite one; an integer of any width does for an integer column
     * @param furtherParts the further parts of a composite key, in the order of the members
     */
    <E> RowUpdate<E> update(Class<E> type, Object key, Object... furtherParts);

    /** Starts an update of many rows, which leaves their owners alone. */
    <E> BulkUpdate<E> update(Class<E> type);

    /** Starts a delete of many rows, which leaves their owners alone. */
    <E> BulkDelete<E> delete(Class<E> type);

    /** Inserts entities as {@link #insertAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Flux<E> insertAll(Publisher<? extends E> entities) {
        return insertAll(entities, ChunkOptions.defaults());
    }

    /**
     * Inserts entities and emits them as stored, in their order. One statement a chunk, for any number of rows, with one array for each
     * column; entities of a chunk that leave different columns to the database take one for each such set, in a transaction. A chunk is
     * stored as a whole or not at all, and emitted when it is stored; the next one is asked of {@code entities} when it was consumed, so
     * memory holds one chunk. A cancel or an error leaves the chunks before it stored.
     */
    <E> Flux<E> insertAll(Publisher<? extends E> entities, ChunkOptions options);

    /** Inserts entities with their children as {@link #insertAll(Publisher, HasOneRelation, Function, ChunkOptions)} does, in chunks of 1,000. */
    default <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf) {
        return insertAll(entities, relation, childOf, ChunkOptions.defaults());
    }

    /**
     * Inserts entities, and for each the child that {@code childOf} returns for it, if any. A transaction a chunk with two statements. What
     * is emitted are the parents, whose handles know their children where {@link #save(Object, RelatedEntity)} says so; otherwise as {@link #insertAll(Publisher, ChunkOptions)}.
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
     * Writes every column of the rows of {@code entities} and emits these as stored, in their order. A transaction a chunk, with one
     * statement. When a row of a chunk is not there, or has another version, the chunk is rolled back, with the errors of
     * {@link #update(Object)}.
     */
    <E> Flux<E> updateAll(Publisher<? extends E> entities, ChunkOptions options);

    /** Inserts or updates entities by their primary key as {@link #upsertAll(Publisher, Collection, ChunkOptions)} does. */
    default <E> Flux<E> upsertAll(Publisher<? extends E> entities) {
        return upsertAll(entities, List.<EntityColumn<E, ?>>of(), ChunkOptions.defaults());
    }

    /** Inserts or updates entities as {@link #upsertAll(Publisher, Collection, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Flux<E> upsertAll(
            Publisher<? extends E> entities, Collection<? extends EntityColumn<E, ?>> conflictTarget) {
        return upsertAll(entities, conflictTarget, ChunkOptions.defaults());
    }

    /**
     * Inserts entities, or writes the rows that have the same values of {@code conflictTarget}, by default of the primary key, as
     * {@link #upsert(Object, Collection)} does; emits them as stored, in their order. One statement a chunk. Of several entities with the
     * same key the last one counts; a chunk that has such takes more statements, in a transaction. So does a chunk with keys that only the
     * server may take for the same: nulls, texts that differ in case, accents or blanks, and values that it may round.
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

    /** Inserts entities that have no row yet as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does, by any unique index. */
    default <E> Flux<E> insertAllIfAbsent(Publisher<? extends E> entities) {
        return insertAllIfAbsent(entities, ConflictTarget.of(List.of()));
    }

    /** Inserts entities as {@link #insertAllIfAbsent(Publisher, ConflictTarget, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Flux<E> insertAllIfAbsent(Publisher<? extends E> entities, ConflictTarget<E> conflictTarget) {
        return insertAllIfAbsent(entities, conflictTarget, ChunkOptions.defaults());
    }

    /**
     * Inserts entities as {@link #insertIfAbsent(Object, ConflictTarget)} does and emits those that were stored, in their order. Of several
     * entities with the same key the first one is stored. One statement a chunk; one more in a transaction wherever an entity leaves other
     * columns to the database than the one before. Chunks, cancel and errors are as in {@link #insertAll(Publisher, ChunkOptions)}.
     */
    <E> Flux<E> insertAllIfAbsent(
            Publisher<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options);

    /** Removes the rows of entities as {@link #deleteAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default <E> Mono<Long> deleteAll(Publisher<? extends E> entities) {
        return deleteAll(entities, ChunkOptions.defaults());
    }

    /**
     * Removes the rows of {@code entities} and returns how many there were. One statement a chunk. With {@code @Version} a chunk of which a
     * row has another version is rolled back, with a {@link dev.kindred.error.StaleVersionException}; where fewer rows were removed than
     * given, one more statement tells that from rows that are gone, which count as none.
     */
    <E> Mono<Long> deleteAll(Publisher<? extends E> entities, ChunkOptions options);

    /** Stores new entities as {@link #copyIn(Publisher, ChunkOptions)} does, in chunks of 10,000. */
    default <E> Mono<Long> copyIn(Publisher<? extends E> entities) {
        return copyIn(entities, ChunkOptions.defaults().size(10_000));
    }

    /**
     * Stores new entities by PostgreSQL's COPY, the fastest way in, and returns how many were stored; nothing is read back, so keys that the
     * database makes stay unknown, and owners are left alone. One statement a chunk, which is stored as a whole or not at all; the next one is asked for when it is
     * stored. The entities of a chunk leave the same columns to the database, else it is a {@link dev.kindred.error.MappingException}.
     */
    <E> Mono<Long> copyIn(Publisher<? extends E> entities, ChunkOptions options);
}
