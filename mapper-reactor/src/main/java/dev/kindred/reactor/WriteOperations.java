package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.RelatedEntities;
import dev.kindred.model.RelatedEntity;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Writes single entities. {@link ManyRowOperations} writes many.
 *
 * <ul>
 *   <li>The given entities stay unchanged. Each write returns new entities, built from the rows that the database
 *       returned.
 *   <li>A {@code @BelongsTo(touch = true)} relation touches the owner in the same statement. The statement waits for
 *       other transactions that wrote the owner. No method returns the touched owners.
 *   <li>In a transaction of the caller, writes of a relation and {@code save} with a child run in a savepoint. Other
 *       writes do not: after their error the server refuses further statements of that transaction.
 * </ul>
 *
 * <p>The writing part of {@link ReactiveMapper}. Thread-safe.
 */
public interface WriteOperations extends ManyRowOperations {

    /**
     * Inserts a row and returns the stored entity. One statement. The database generates the value of a
     * {@code @GeneratedValue} member that is null. The times of {@code @CreatedAt} and {@code @UpdatedAt} come from the
     * clock of the mapper.
     */
    <E> Mono<E> insert(E entity);

    /**
     * Writes every column of the row of {@code entity} and returns the stored entity. One statement. A missing row is
     * an {@link dev.kindred.error.EntityNotFoundException}. With {@code @Version}, a missing row and a row with another
     * version are a {@link dev.kindred.error.StaleVersionException}.
     */
    <E> Mono<E> update(E entity);

    /**
     * Writes the columns in which {@code after} differs from {@code before}, and the time of the update. Returns the
     * stored entity.
     *
     * <ul>
     *   <li>One statement. No statement if no column differs: {@code before} is returned, with working handles.
     *   <li>The version of {@code before} is compared. The errors are those of {@link #update(Object)}.
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
     * User_.PROFILE.child(profile))}.
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
     * Saves {@code parent} and its children, all or none, and returns the parent: {@code mapper.save(user,
     * User_.ORDERS.children(orders))}.
     *
     * <ul>
     *   <li>A transaction with two statements if all children are new or all are stored. One statement without
     *       children.
     *   <li>The children are stored as {@link HasManyOperations#saveAll} does. Other rows of a stored parent stay; to
     *       remove them, use {@link HasManyOperations#replaceAll}.
     *   <li>The list of the returned parent is loaded with the stored children, in the order of the relation, if a read
     *       is certain to find them: the parent is new with a generated key, each child satisfies the scope of the
     *       relation, and the order consists of numbers that are never null, such as the default order by a numeric
     *       key. Otherwise it is not loaded: the list of a stored parent, of a scope with other conditions than
     *       equality, or of an order that only the server knows, such as that of texts and times.
     *   <li>In a transaction of the caller, the list is loaded for its subscribers. After a rollback it is not loaded.
     * </ul>
     */
    <E, R> Mono<E> save(E parent, RelatedEntities<E, R> children);

    /**
     * Inserts {@code entity}, or updates the row with the same primary key. Returns the stored entity. One statement,
     * atomic for concurrent callers.
     *
     * <ul>
     *   <li>The update writes the columns that the insert writes, except the key and {@code @CreatedAt}. A column that
     *       the entity leaves to the database keeps its value. A version is incremented and not compared.
     *   <li>A {@code @GeneratedValue} key that is null is a {@link dev.kindred.error.MappingException} before any
     *       statement: the database would generate the key, so no row can have it. Use {@link #save(Object)}.
     * </ul>
     */
    default <E> Mono<E> upsert(E entity) {
        return upsert(entity, ConflictTarget.of(List.of()));
    }

    /** Upserts as {@link #upsert(Object)} does, with the unique index of one column. */
    default <E> Mono<E> upsert(E entity, EntityColumn<E, ?> conflictTarget) {
        return upsert(entity, ConflictTarget.of(List.of(Checks.notNull(conflictTarget, "conflictTarget"))));
    }

    /**
     * Upserts as {@link #upsert(Object)} does, with the unique index of {@code conflictTarget}, which may have several
     * columns and be partial.
     *
     * <ul>
     *   <li>Without columns it uses the primary key.
     *   <li>For an entity with {@code @SoftDelete}, an index of the rows that are not deleted needs no condition.
     *   <li>A null in a column of the index is not equal to another null, so the entity is inserted. With an index
     *       {@code NULLS NOT DISTINCT} nulls are equal.
     *   <li>A violation of another unique index is an error.
     * </ul>
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
     * Inserts as {@link #insertIfAbsent(Object)} does, with the unique index of one column. A violation of another
     * unique index is an error.
     */
    default <E> Mono<E> insertIfAbsent(E entity, EntityColumn<E, ?> conflictTarget) {
        return insertIfAbsent(entity, ConflictTarget.of(List.of(Checks.notNull(conflictTarget, "conflictTarget"))));
    }

    /**
     * Inserts as {@link #insertIfAbsent(Object)} does, with the unique index of {@code conflictTarget}. Without columns
     * it uses any unique index. A violation of another unique index is an error.
     */
    <E> Mono<E> insertIfAbsent(E entity, ConflictTarget<E> conflictTarget);

    /**
     * Deletes the row of {@code entity} and returns whether it existed. One statement.
     *
     * <ul>
     *   <li>With {@code @Version}, a row with another version is a {@link dev.kindred.error.StaleVersionException}. One
     *       more statement distinguishes it from a missing row.
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
     * @throws IllegalArgumentException if the number of parts is wrong, or a part has another type
     */
    <E> RowUpdate<E> update(Class<E> type, Object key, Object... furtherParts);

    /** Starts an update of many rows. It touches no owner. Sends no statement. */
    <E> BulkUpdate<E> update(Class<E> type);

    /** Starts a delete of many rows. It touches no owner. Sends no statement. */
    <E> BulkDelete<E> delete(Class<E> type);
}
