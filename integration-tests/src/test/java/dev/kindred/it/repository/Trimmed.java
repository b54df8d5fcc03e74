package dev.kindred.it.repository;

import dev.kindred.reactor.EntityRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A base of repositories that overrides a write, declares one again, and adds a method. */
interface Trimmed<E, K> extends EntityRepository<E, K> {

    E trimmed(E entity);

    @Override
    default Mono<E> save(E entity) {
        return EntityRepository.super.save(trimmed(entity));
    }

    @Override
    Mono<Boolean> delete(E entity);

    default Flux<Boolean> deleteAll(Iterable<E> entities) {
        return Flux.fromIterable(entities).concatMap(this::delete);
    }
}
