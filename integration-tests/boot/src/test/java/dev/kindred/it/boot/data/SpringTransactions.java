package dev.kindred.it.boot.data;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Transactions of {@code @Transactional} methods. */
@Component
class SpringTransactions implements Transactions {

    @Override
    @Transactional
    public <T> Mono<T> required(Mono<T> work) {
        return work;
    }

    @Override
    @Transactional(propagation = Propagation.NESTED)
    public <T> Mono<T> nested(Mono<T> work) {
        return work;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public <T> Mono<T> requiresNew(Mono<T> work) {
        return work;
    }

    @Override
    @Transactional(readOnly = true)
    public <T> Mono<T> readOnly(Mono<T> work) {
        return work;
    }

    @Override
    @Transactional(timeout = 1)
    public <T> Mono<T> limited(Mono<T> work) {
        return work;
    }
}
