package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Operations on the rows that a pivot table pairs with one entity: reads, and writes of the pairs.
 *
 * <ul>
 *   <li>The parent must be stored. A parent whose key is null is a
 *       {@link dev.kindred.error.RelationKeyMissingException} before any statement, in every write. So is a related
 *       entity whose key is null.
 *   <li>Each write locks the parent's row until its transaction ends. Writes of one parent run one after another: any
 *       number of concurrent callers leave one row for each pair and do not deadlock. A transaction that writes the
 *       pairs of several parents must do so in one order of the parents. Inserts of rows that reference the parent do
 *       not wait.
 *   <li>Pivots that touch owners can be written from both sides at once. A write that touches rows of the other side
 *       has an advisory lock of the pivot table alone until its transaction ends. Writes that touch their own parent
 *       only share the lock. A transaction that writes one pivot table from both sides begins with the side that
 *       touches the other one.
 *   <li>Removals concern the rows of the relation: rows of other parents and rows that a scope or a soft delete hides
 *       stay. A pair that exists, but is hidden, is not written and is part of {@code unchanged}.
 *   <li>A pivot with {@code @SoftDelete} is marked as deleted, not deleted. An attach of such a pair restores its row.
 *       Columns of the pivot without a new value keep the old one.
 *   <li>The pivot's {@code @CreatedAt}, {@code @UpdatedAt} and {@code @Version} are set, and its owners are touched, in
 *       the same statement. Pairs that do not change are not written and touch no owner.
 *   <li>Without a unique index on the pair, the first write fails once on the server and is repeated after a lock of
 *       the parent's row, in a transaction with two statements. Later writes are two statements. Create the index that
 *       {@code schema(..).verify()} names.
 *   <li>A key without a row is a {@link dev.kindred.error.ForeignKeyViolationException}, and nothing is written.
 *   <li>After a write, the handles of the parent that read one of both tables are not loaded any more, also after an
 *       error or a cancel. Other instances of the parent keep what they have loaded.
 *   <li>In a transaction of the caller each write runs in a savepoint, so that the transaction can continue after a
 *       failure. No statement is sent before the first request of a subscriber. Each subscription sends the statements
 *       again. After a cancel either everything or nothing is written.
 * </ul>
 *
 * <p>Keys are values of the referenced column of the related entity, usually its primary key. A composite key is a
 * {@link List} of its parts. An integer may have any integer type. A key of another class is an
 * {@link IllegalArgumentException}. A key that occurs twice counts once. Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public interface ManyToManyOperations<R> extends RelatedMany<R> {

    /** Attaches a stored entity, as {@link #attachKeys} does. */
    default Mono<LinkChanges> attach(R related) {
        return attach(List.of(Checks.notNull(related, "related")));
    }

    /** Attaches stored entities, as {@link #attachKeys} does. */
    Mono<LinkChanges> attach(Collection<? extends R> related);

    /**
     * Adds the pairs that do not exist. Existing pairs stay unchanged. One statement; without keys none. Of any number
     * of concurrent callers, exactly one has the key in {@code attached}. A collision never aborts the transaction.
     */
    Mono<LinkChanges> attachKeys(Collection<?> keys);

    /** Detaches an entity, as {@link #detachKeys} does. */
    default Mono<LinkChanges> detach(R related) {
        return detach(List.of(Checks.notNull(related, "related")));
    }

    /** Detaches entities, as {@link #detachKeys} does. */
    Mono<LinkChanges> detach(Collection<? extends R> related);

    /**
     * Removes pairs. One statement; without keys none, and nothing is removed. A key that is not attached is not in the
     * result.
     */
    Mono<LinkChanges> detachKeys(Collection<?> keys);

    /** Removes all pairs of this parent. One statement. */
    Mono<LinkChanges> detachAll();

    /** Makes entities the rows of the relation, as {@link #syncKeys} does. */
    Mono<LinkChanges> sync(Collection<? extends R> related);

    /**
     * Makes the rows with {@code keys} the rows of the relation: removes the other pairs and adds those that do not
     * exist. An empty list removes all pairs of this parent.
     *
     * <ul>
     *   <li>A transaction with two statements: it locks the parent's row, then writes all pairs at once. Another reader
     *       sees the former pairs or the new ones, never a part of both. This is a savepoint in a transaction of the
     *       caller.
     *   <li>If nothing changes, nothing is written.
     *   <li>A parent without a row is an {@link dev.kindred.error.EntityNotFoundException}.
     *   <li>In a transaction of {@code REPEATABLE READ} or above that began to read before, a concurrent write can end
     *       with a serialization failure.
     * </ul>
     */
    Mono<LinkChanges> syncKeys(Collection<?> keys);

    /** Adds entities to the rows of the relation, as {@link #syncKeysWithoutDetaching} does. */
    Mono<LinkChanges> syncWithoutDetaching(Collection<? extends R> related);

    /** Does as {@link #syncKeys}, but removes no pair. Without keys no statement. */
    Mono<LinkChanges> syncKeysWithoutDetaching(Collection<?> keys);

    /** Toggles an entity, as {@link #toggleKeys} does. */
    default Mono<LinkChanges> toggle(R related) {
        return toggle(List.of(Checks.notNull(related, "related")));
    }

    /** Toggles entities, as {@link #toggleKeys} does. */
    Mono<LinkChanges> toggle(Collection<? extends R> related);

    /**
     * Removes the pairs that exist and adds the others. A transaction with two statements, as {@link #syncKeys};
     * without keys no statement.
     */
    Mono<LinkChanges> toggleKeys(Collection<?> keys);

    /**
     * Stores a new related row with the given columns and attaches it. One statement: both rows are stored or none.
     * Other columns get the value that the scope requires, or their default. A value that contradicts the scope is a
     * {@link dev.kindred.error.MappingException} before any statement.
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

    /** Inserts {@code related} with all its columns and attaches it. One statement. */
    Mono<R> create(R related);

    /**
     * Inserts rows, attaches each, and emits them as stored, in their order. One statement for each chunk, which stores
     * the rows and their pairs.
     *
     * <ul>
     *   <li>Chunks, connections, demand, cancel and errors are as in
     *       {@link ManyRowOperations#insertAll(Publisher, ChunkOptions)}: a failure keeps the chunks before it, except
     *       with {@code atomic()} or in a transaction of the caller.
     *   <li>Without rows no statement is sent and the result is empty.
     * </ul>
     */
    Flux<R> createAll(Publisher<? extends R> related, ChunkOptions options);

    /** Does as {@link #createAll(Publisher, ChunkOptions)}, in chunks of 1,000. */
    default Flux<R> createAll(Publisher<? extends R> related) {
        return createAll(related, ChunkOptions.defaults());
    }

    /** Does as {@link #createAll(Publisher, ChunkOptions)}, with a collection. */
    default Flux<R> createAll(Collection<? extends R> related, ChunkOptions options) {
        return createAll(Flux.fromIterable(Checks.<R>noNulls(related, "related")), options);
    }

    /** Does as {@link #createAll(Publisher, ChunkOptions)}, with a collection, in chunks of 1,000. */
    default Flux<R> createAll(Collection<? extends R> related) {
        return createAll(related, ChunkOptions.defaults());
    }
}
