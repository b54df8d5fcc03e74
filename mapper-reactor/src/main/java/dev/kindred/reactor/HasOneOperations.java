package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Operations on the {@code @HasOne} child of one entity: reads and writes.
 *
 * <ul>
 *   <li>The child's foreign key is always the parent's key. A foreign key in the payload has no effect.
 *   <li>A parent whose generated key is null is inserted by the same call. Both rows are stored, or none. A parent with
 *       an assigned key must be stored already.
 *   <li>Writes return the child as stored. {@code create} returns the new row, {@code associate} and {@code dissociate}
 *       the entity whose foreign key they write, as in {@link BelongsToOperations}.
 *   <li>The given entities stay unchanged.
 *   <li>If the child declares the inverse relation and the parent has a working handle, the handle of the child is
 *       linked to the parent. It then emits without a statement. {@code dissociate} returns a child without a parent.
 *   <li>In a transaction of the caller each write runs in a savepoint. After a failure the transaction can continue.
 *   <li>When several rows match, the first row in the order of the relation is used. Without an order it is the row
 *       with the lowest primary key.
 *   <li>No statement is sent before the first request of a subscriber. Each subscription sends the statements again.
 *   <li>After a cancel either everything or nothing is written.
 * </ul>
 *
 * <p>Errors besides those of {@link ReactiveMapper}:
 *
 * <ul>
 *   <li>{@link dev.kindred.error.UniqueViolationException} if the parent already has a child and a unique index refuses
 *       a second one;
 *   <li>{@link dev.kindred.error.RelationKeyMissingException} if the parent is stored but its key is null, in
 *       {@code create}, {@code save}, {@code associate}, {@code replace} and the find-or-create methods. {@code update}
 *       and {@code dissociate} complete empty, and {@code delete} emits false.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> the parent
 * @param <R> the child
 */
public interface HasOneOperations<E, R> extends FindOrCreateSteps<R>, Related<R> {

    /**
     * Stores a new child with the given columns. Other columns get the value that the scope requires, or their default.
     * One statement, also together with a new parent. A value that contradicts the scope is a
     * {@link dev.kindred.error.MappingException} before any statement.
     */
    Mono<R> create(Collection<Assignment<R>> values);

    /** Same as {@link #create(Collection)}, with one column. */
    default Mono<R> create(Assignment<R> value) {
        return create(List.of(Checks.notNull(value, "value")));
    }

    /** Same as {@link #create(Collection)}, with two columns. */
    default Mono<R> create(Assignment<R> first, Assignment<R> second) {
        return create(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Same as {@link #create(Collection)}, with three columns. */
    default Mono<R> create(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return create(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /**
     * Stores {@code child} with all its columns. One statement. A stored child of a new parent takes a transaction
     * with two statements.
     *
     * <ul>
     *   <li>A new child is inserted. A stored child is updated, and belongs to this parent afterwards.
     *   <li>A generated key shows whether the child is stored. Otherwise the version does: only a new child has none.
     *   <li>With an assigned key and no version, the existing row with this key is updated, or a row is inserted.
     * </ul>
     */
    Mono<R> save(R child);

    /**
     * Sets the foreign key of {@code child} to the parent's key. As {@link #save}, but an update of a stored child
     * writes the foreign key only.
     */
    Mono<R> associate(R child);

    /**
     * Replaces the parent's children by {@code child}, as {@link #replace(Object, OrphanPolicy)} does. All other
     * children of the parent are deleted; with {@code @SoftDelete} they are marked.
     */
    default Mono<R> replace(R child) {
        return replace(child, OrphanPolicy.DELETE);
    }

    /**
     * Replaces all children of the parent by {@code child}. A relation with an order replaces only the row that it
     * selects. A transaction with three statements: it locks the parent's row, removes the former children and stores
     * the new child. With a new parent it does as {@link #save}. After a failure the former children still exist.
     * {@link OrphanPolicy#REFUSE} is an {@link dev.kindred.error.OrphanedRowsException} if another child exists.
     */
    Mono<R> replace(R child, OrphanPolicy orphans);

    /**
     * Writes columns of the child and returns it, or completes empty without a child.
     *
     * <ul>
     *   <li>One statement. No statement if the parent's key is null.
     *   <li>Without values nothing is written and the child is read.
     *   <li>A column of the primary key is an {@link IllegalArgumentException}.
     * </ul>
     */
    Mono<R> update(Collection<Assignment<R>> values);

    /** Same as {@link #update(Collection)}, with one column. */
    default Mono<R> update(Assignment<R> value) {
        return update(List.of(Checks.notNull(value, "value")));
    }

    /** Same as {@link #update(Collection)}, with two columns. */
    default Mono<R> update(Assignment<R> first, Assignment<R> second) {
        return update(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Same as {@link #update(Collection)}, with three columns. */
    default Mono<R> update(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return update(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /**
     * Sets the foreign key of the child to null and returns the child, or completes empty without a child. One
     * statement. No statement if the parent's key is null. If the foreign key is not nullable, this is a
     * {@link dev.kindred.error.MappingException} before any statement.
     */
    Mono<R> dissociate();

    /**
     * Deletes the child and returns whether it existed. One statement. No statement if the parent's key is null.
     */
    Mono<Boolean> delete();

    /**
     * Restricts the search to a child with these values. A child that is created gets them as well.
     */
    FindOrCreateSteps<R> matching(Collection<Assignment<R>> values);

    /** Same as {@link #matching(Collection)}, with one column. */
    default FindOrCreateSteps<R> matching(Assignment<R> value) {
        return matching(List.of(Checks.notNull(value, "value")));
    }

    /** Same as {@link #matching(Collection)}, with two columns. */
    default FindOrCreateSteps<R> matching(Assignment<R> first, Assignment<R> second) {
        return matching(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Same as {@link #matching(Collection)}, with three columns. */
    default FindOrCreateSteps<R> matching(Assignment<R> first, Assignment<R> second, Assignment<R> third) {
        return matching(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }
}
