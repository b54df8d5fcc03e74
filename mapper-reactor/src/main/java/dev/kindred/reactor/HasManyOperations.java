package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import java.util.Collection;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Operations on the {@code @HasMany} children of one entity: reads and writes.
 *
 * <ul>
 *   <li>The foreign key of a child is always the parent's key. A foreign key in the payload has no effect.
 *   <li>The parent must be stored. A parent whose key is null is a
 *       {@link dev.kindred.error.RelationKeyMissingException} before any statement, in every write. To store a new
 *       parent with its children, call {@link WriteOperations#save(Object, dev.kindred.model.RelatedEntities)}.
 *   <li>The conditions of the relation's scope apply to {@code update}, {@code updateAll}, {@code delete},
 *       {@code deleteAll} and {@code replaceAll}: rows outside of the scope stay, and so do rows of other parents.
 *       Created rows get the values that the scope requires.
 *   <li>After a write, the handles of the parent for rows of this table are not loaded any more, also after an error or
 *       a cancel. The next subscription reads the rows again. In a transaction this holds for subscribers in that
 *       transaction, and after its end for all. Other instances of the parent keep what they have loaded.
 *   <li>If the child declares the inverse relation, the handle of a stored child is linked to the parent.
 *   <li>Writes touch owners as all writes of relations do. {@code replaceAll} touches the parent once.
 *   <li>Outside a transaction a write of one statement uses one connection of the pool for that statement. A write of
 *       several statements is a transaction on one connection.
 *   <li>In a transaction of the caller each write runs in a savepoint, so that the transaction can continue after a
 *       failure. {@code createAll} and {@code saveAll} do as described in {@link ManyRowOperations}.
 *   <li>No statement is sent before the first request of a subscriber. Each subscription sends the statements again.
 *   <li>After a cancel either everything or nothing is written; of {@code createAll} and {@code saveAll}, either the
 *       whole chunk or nothing of it.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> the parent
 * @param <R> the child
 */
public interface HasManyOperations<E, R> extends RelatedMany<R> {

    /**
     * Stores a new child with the given columns and returns it. Other columns get the value that the scope requires, or
     * their default. One statement. A value that contradicts the scope is a {@link dev.kindred.error.MappingException}
     * before any statement.
     */
    Mono<R> create(Collection<Assignment<R>> values);

    /** Does as {@link #create(Collection)}, with one column. */
    default Mono<R> create(Assignment<R> value) {
        return create(List.of(Checks.notNull(value, "value")));
    }

    /** Does as {@link #create(Collection)}, with two columns. */
    default Mono<R> create(Assignment<R> first, Assignment<R> second) {
        return create(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Does as {@link #create(Collection)}, with three columns. */
    default Mono<R> create(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return create(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /** Inserts {@code child} with all its columns and returns it. One statement. */
    Mono<R> create(R child);

    /** Inserts children as {@link #createAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default Flux<R> createAll(Publisher<? extends R> children) {
        return createAll(children, ChunkOptions.defaults());
    }

    /**
     * Inserts children and emits them as stored, in their order. One statement for each chunk.
     *
     * <ul>
     *   <li>Chunks, connections, demand, cancel and errors are as in
     *       {@link ManyRowOperations#insertAll(Publisher, ChunkOptions)}: a failure keeps the chunks before it, except
     *       with {@code atomic()} or in a transaction of the caller.
     *   <li>Without children no statement is sent and the result is empty.
     * </ul>
     */
    Flux<R> createAll(Publisher<? extends R> children, ChunkOptions options);

    /** Inserts children as {@link #createAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default Flux<R> createAll(Collection<? extends R> children) {
        return createAll(children, ChunkOptions.defaults());
    }

    /** Inserts children as {@link #createAll(Publisher, ChunkOptions)} does. */
    default Flux<R> createAll(Collection<? extends R> children, ChunkOptions options) {
        return createAll(Flux.fromIterable(Checks.<R>noNulls(children, "children")), options);
    }

    /**
     * Stores {@code child} with all its columns and returns it. One statement.
     *
     * <ul>
     *   <li>A new child is inserted. A stored child is updated, and belongs to this parent afterwards.
     *   <li>A generated key shows whether the child is stored. Otherwise the version does: only a new child has none.
     *   <li>With an assigned key and no version, the existing row with this key is updated, or a row is inserted.
     *   <li>A stored child without a row is an {@link dev.kindred.error.EntityNotFoundException}, or a
     *       {@link dev.kindred.error.StaleVersionException} if it has a version.
     * </ul>
     */
    Mono<R> save(R child);

    /** Stores children as {@link #saveAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default Flux<R> saveAll(Publisher<? extends R> children) {
        return saveAll(children, ChunkOptions.defaults());
    }

    /**
     * Stores children as {@link #save} does and emits them as stored, in their order.
     *
     * <ul>
     *   <li>One statement for the stored children of a chunk and one for its new children. A chunk with stored children
     *       is a transaction. If one of their rows is missing or has another version, nothing of the chunk is written.
     *   <li>A row that occurs twice in a chunk takes one more statement. The last one is stored.
     *   <li>A stored child of another parent takes a statement of its own if the foreign key is part of the primary
     *       key.
     *   <li>Otherwise as {@link #createAll(Publisher, ChunkOptions)}.
     * </ul>
     */
    Flux<R> saveAll(Publisher<? extends R> children, ChunkOptions options);

    /** Stores children as {@link #saveAll(Publisher, ChunkOptions)} does, in chunks of 1,000. */
    default Flux<R> saveAll(Collection<? extends R> children) {
        return saveAll(children, ChunkOptions.defaults());
    }

    /** Stores children as {@link #saveAll(Publisher, ChunkOptions)} does. */
    default Flux<R> saveAll(Collection<? extends R> children, ChunkOptions options) {
        return saveAll(Flux.fromIterable(Checks.<R>noNulls(children, "children")), options);
    }

    /**
     * Starts a search for a child with these values, which finds or creates it:
     * {@code matching(Order_.NUMBER.set("A-1")).firstOrCreate(..)}. A created child gets the values as well. Sends no
     * statement.
     *
     * <ul>
     *   <li>A unique index on the foreign key and these columns refuses a second row. Without one, or with a null among
     *       the values, the parent's row is locked during the creation.
     *   <li>Of several rows, the first in the order of the relation is found.
     * </ul>
     *
     * @throws IllegalArgumentException if {@code values} is empty
     */
    FindOrCreateSteps<R> matching(Collection<Assignment<R>> values);

    /** Does as {@link #matching(Collection)}, with one column. */
    default FindOrCreateSteps<R> matching(Assignment<R> value) {
        return matching(List.of(Checks.notNull(value, "value")));
    }

    /** Does as {@link #matching(Collection)}, with two columns. */
    default FindOrCreateSteps<R> matching(Assignment<R> first, Assignment<R> second) {
        return matching(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Does as {@link #matching(Collection)}, with three columns. */
    default FindOrCreateSteps<R> matching(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return matching(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /**
     * Writes columns of the children that satisfy {@code condition} and returns their number. One statement; without
     * values no statement and 0. Columns of {@code @UpdatedAt} are set, and columns of {@code @Version} are
     * incremented. A column of the primary key is an {@link IllegalArgumentException}.
     */
    Mono<Long> update(Condition<R> condition, Collection<Assignment<R>> values);

    /** Does as {@link #update(Condition, Collection)}, with one column. */
    default Mono<Long> update(Condition<R> condition, Assignment<R> value) {
        return update(condition, List.of(Checks.notNull(value, "value")));
    }

    /** Does as {@link #update(Condition, Collection)}, with two columns. */
    default Mono<Long> update(Condition<R> condition, Assignment<R> first, Assignment<R> second) {
        return update(condition, List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Does as {@link #update(Condition, Collection)}, with every child of the parent. */
    Mono<Long> updateAll(Collection<Assignment<R>> values);

    /** Does as {@link #updateAll(Collection)}, with one column. */
    default Mono<Long> updateAll(Assignment<R> value) {
        return updateAll(List.of(Checks.notNull(value, "value")));
    }

    /** Does as {@link #updateAll(Collection)}, with two columns. */
    default Mono<Long> updateAll(Assignment<R> first, Assignment<R> second) {
        return updateAll(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /**
     * Deletes the children that satisfy {@code condition} and returns their number. One statement. With
     * {@code @SoftDelete} the rows are marked as deleted.
     */
    Mono<Long> delete(Condition<R> condition);

    /** Deletes every child of the parent, as {@link #delete(Condition)} does. */
    Mono<Long> deleteAll();

    /**
     * Makes {@code children} the children of the parent and returns what changed. An empty list removes all.
     *
     * <ul>
     *   <li>A transaction. Two statements if nothing changes: it locks the parent's row and reads the children. Then at
     *       most one statement each removes the rows that are not in the list, updates the rows with changed columns,
     *       and inserts the new rows. All children of the parent are held in memory.
     *   <li>An unchanged row is not written: its version and its time of update stay, and it touches no owner.
     *   <li>Concurrent calls for one parent run one after another. This does not hold in a transaction of
     *       {@code REPEATABLE READ} or above that began to read before; it can end with a serialization failure.
     *   <li>A child is stored as {@link #save} does. A child of another parent belongs to this parent afterwards.
     *   <li>{@link OrphanPolicy#REFUSE} is an {@link dev.kindred.error.OrphanedRowsException} if a row would be
     *       removed. {@link OrphanPolicy#SET_NULL} with a foreign key that is not nullable is a
     *       {@link dev.kindred.error.MappingException} before any statement.
     *   <li>Two entities with the same key are an {@link IllegalArgumentException}, and values that contradict the
     *       scope are a {@link dev.kindred.error.MappingException}, before any statement.
     *   <li>A parent without a row is an {@link dev.kindred.error.EntityNotFoundException}.
     *   <li>Rows can exchange values of a unique index, which the server refuses row by row. After such an error the
     *       replacement runs once more, and one statement first sets the changed values aside: integers are inverted,
     *       and nullable values become null. Other values need a {@code DEFERRABLE} constraint. Otherwise it is a
     *       {@link dev.kindred.error.UniqueViolationException}, and nothing is replaced.
     * </ul>
     */
    Mono<ReplacedRows<R>> replaceAll(Collection<? extends R> children, OrphanPolicy orphans);
}
