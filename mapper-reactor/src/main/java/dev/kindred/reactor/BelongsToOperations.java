package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Operations on the {@code @BelongsTo} owner of one entity: reads and writes of the reference.
 *
 * <ul>
 *   <li>{@code create} returns the new owner. {@code associate} and {@code dissociate} return the entity, whose foreign
 *       key they write. {@link HasOneOperations} does the same.
 *   <li>A write of a stored entity changes the foreign key, {@code @UpdatedAt} and {@code @Version}, and compares the
 *       version. A new entity is inserted with all columns.
 *   <li>The given entities stay unchanged.
 *   <li>In a transaction of the caller each write runs in a savepoint.
 *   <li>No statement is sent before the first request of a subscriber. Each subscription sends the statements again.
 *   <li>After a cancel either everything or nothing is written.
 *   <li>The errors are those of {@link ReactiveMapper#update(Object)}, and
 *       {@link dev.kindred.error.RelationKeyMissingException} if the key of a stored owner is null.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> the entity with the foreign key
 * @param <R> its owner
 */
public interface BelongsToOperations<E, R> extends Related<R> {

    /**
     * Sets the foreign key to the key of {@code owner} and returns the entity as stored.
     *
     * <ul>
     *   <li>One statement. If the owner is new and the entity is stored, a transaction with two statements.
     *   <li>The handle of the returned entity is linked to an owner that this call inserted.
     * </ul>
     */
    Mono<E> associate(R owner);

    /**
     * Sets the foreign key to null and returns the entity. One statement. If the foreign key is not nullable, this is a
     * {@link dev.kindred.error.MappingException} before any statement.
     */
    Mono<E> dissociate();

    /**
     * Stores a new owner with the given columns, sets the foreign key to its key, and returns the owner. A transaction
     * with two statements.
     *
     * <ul>
     *   <li>If the owner declares the inverse relation, its handle is linked to the entity with the new foreign key, as
     *       in {@link WriteOperations#save(Object, dev.kindred.model.RelatedEntity)}. The handle then emits without a
     *       statement.
     *   <li>To get the entity instead of the owner, call {@link #associate} with a new owner.
     * </ul>
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
}
