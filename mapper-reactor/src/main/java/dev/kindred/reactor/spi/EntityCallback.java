package dev.kindred.reactor.spi;

import reactor.core.publisher.Mono;

/**
 * Is called before and after writes of entities of a type. Implementations are thread-safe.
 *
 * <ul>
 *   <li>Writes that are given an entity call it: {@code insert}, {@code update}, {@code upsert}, {@code save},
 *       {@code delete}, {@code restore}, the same for many entities, and {@code create}, {@code save}, {@code replace}
 *       and {@code replaceAll} through relations.
 *   <li>Writes of assignments, conditions or keys do not call it: {@code update(Type.class)},
 *       {@code delete(Type.class)}, {@code create(values)}, {@code firstOrCreate}, {@code attach}, {@code sync},
 *       {@code associate} and {@code copyIn}. Neither do the rows that the database or a relation changes with a write,
 *       such as touched owners and orphans.
 *   <li>The calls, the write and the statements of the callbacks are one transaction, or a savepoint in the
 *       transaction of the caller. An error of a call fails the operation, and nothing is stored. A cancel of the
 *       operation cancels the call.
 *   <li>A write of many entities calls the methods for one entity after the other, in their order. Each chunk is a
 *       transaction.
 *   <li>Several callbacks are called in the order of their registration. A later one receives the entity that an
 *       earlier one returned.
 * </ul>
 *
 * @param <E> the entities, or a super type of them
 */
public interface EntityCallback<E> {

    /** Returns the class of the entities. Its subclasses and implementations are included. */
    Class<E> type();

    /**
     * Returns the entity to write instead of {@code entity}; by default the same one. The result has the class of
     * {@code entity}. An empty result fails the operation with {@link dev.kindred.error.MappingException}.
     *
     * @param write what the operation does
     */
    default Mono<E> before(E entity, EntityWrite write) {
        return Mono.just(entity);
    }

    /**
     * Returns a publisher that completes when the operation can end; by default at once. It is called for entities
     * whose rows were written. For children that {@code save} or {@code insertAll} writes together with their parents,
     * only {@link #before} is called.
     *
     * @param entity the entity as stored; for {@link EntityWrite#DELETE} the given entity, of {@code deleteAll} each
     * @param write what the operation did
     */
    default Mono<Void> after(E entity, EntityWrite write) {
        return Mono.empty();
    }
}
