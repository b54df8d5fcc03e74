package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.reactor.spi.EntityCallback;
import dev.kindred.reactor.spi.EntityWrite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls the callbacks around writes, in one transaction with them. Writes without a callback for their entity are
 * returned unchanged. Thread-safe.
 */
public final class EntityCallbacks {

    private final List<EntityCallback<?>> all;
    private final Map<Class<?>, List<EntityCallback<?>>> byEntity = new ConcurrentHashMap<>();

    /** Calls {@code callbacks} in their order. */
    public EntityCallbacks(List<EntityCallback<?>> callbacks) {
        this.all = List.copyOf(callbacks);
    }

    /** Returns whether a callback is called for {@code entity}. */
    public boolean isCalledFor(Class<?> entity) {
        return !all.isEmpty() && !of(entity).isEmpty();
    }

    /** Returns the write of {@code entity} by {@code work}, which returns the stored entity. */
    <E> Mono<E> one(RowWriter rows, EntityWrite write, E entity, Function<E, Mono<E>> work) {
        return isCalledFor(entity.getClass())
                ? rows.transactional(
                        before(entity, write).flatMap(work).flatMap(stored -> after(stored, write, stored)))
                : work.apply(entity);
    }

    /** Returns the deletion of {@code entity} by {@code work}. */
    <E> Mono<Boolean> deletion(RowWriter rows, E entity, Function<E, Mono<Boolean>> work) {
        return isCalledFor(entity.getClass())
                ? rows.transactional(before(entity, EntityWrite.DELETE)
                        .flatMap(ready -> work.apply(ready)
                                .flatMap(deleted ->
                                        deleted ? after(ready, EntityWrite.DELETE, true) : Mono.just(false))))
                : work.apply(entity);
    }

    /**
     * Returns the write of {@code entities} by {@code work}.
     *
     * @param written returns the written entities of a result and of the entities that were given to {@code work}
     */
    <E, T> Mono<T> many(
            RowWriter rows,
            EntityWrite write,
            List<E> entities,
            Function<List<E>, Mono<T>> work,
            BiFunction<T, List<E>, List<E>> written) {
        if (entities.isEmpty() || !isCalledFor(entities.get(0).getClass())) {
            return work.apply(entities);
        }
        return rows.transactional(before(entities, write)
                .flatMap(ready -> work.apply(ready)
                        .flatMap(result -> Flux.fromIterable(written.apply(result, ready))
                                .concatMap(entity -> after(entity, write, entity))
                                .then(Mono.just(result)))));
    }

    /** Returns the entities to write instead of {@code entities}. */
    public <E> Mono<List<E>> before(List<E> entities, EntityWrite write) {
        return Flux.fromIterable(entities)
                .concatMap(entity -> before(entity, write))
                .collectList();
    }

    /** Returns the entity to write instead of {@code entity}. */
    public <E> Mono<E> before(E entity, EntityWrite write) {
        Mono<E> ready = Mono.just(entity);
        if (!all.isEmpty()) {
            for (EntityCallback<?> callback : of(entity.getClass())) {
                ready = ready.flatMap(given -> before(callback, given, write));
            }
        }
        return ready;
    }

    private static <E> Mono<E> before(EntityCallback<?> callback, E entity, EntityWrite write) {
        EntityCallback<E> typed = typed(callback);
        return Mono.defer(() -> typed.before(entity, write))
                .switchIfEmpty(Mono.error(() -> new MappingException(
                        "The callback " + callback.getClass().getName() + " returned no entity before the write of the "
                                + entity.getClass().getSimpleName()
                                + ". Return the entity, or an error to refuse the write.")))
                .doOnNext(ready -> requireSame(callback, entity.getClass(), ready.getClass()));
    }

    private static void requireSame(EntityCallback<?> callback, Class<?> given, Class<?> returned) {
        if (given != returned) {
            throw new MappingException("The callback " + callback.getClass().getName() + " returned a "
                    + returned.getName() + " before the write of a " + given.getName()
                    + ". Return an entity of the same class.");
        }
    }

    private <E, T> Mono<T> after(E entity, EntityWrite write, T result) {
        return Flux.fromIterable(of(entity.getClass()))
                .concatMap(callback -> EntityCallbacks.<E>typed(callback).after(entity, write))
                .then(Mono.just(result));
    }

    @SuppressWarnings("unchecked") // the entity is of the type of the callback
    private static <E> EntityCallback<E> typed(EntityCallback<?> callback) {
        return (EntityCallback<E>) callback;
    }

    private List<EntityCallback<?>> of(Class<?> entity) {
        return byEntity.computeIfAbsent(
                entity,
                type -> all.stream()
                        .filter(callback -> callback.type().isAssignableFrom(type))
                        .toList());
    }
}
