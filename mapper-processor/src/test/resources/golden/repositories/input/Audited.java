package app;

import dev.kindred.reactor.EntityRepository;
import dev.kindred.reactor.EntitySelect;
import reactor.core.publisher.Mono;

interface Audited<E, K> extends EntityRepository<E, K> {

    @Override
    Mono<E> save(E entity);

    @Override
    EntitySelect<E> query();

    @Override
    default Mono<E> get(K id) {
        return find(id);
    }
}
