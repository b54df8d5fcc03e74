package dev.kindred.it.boot.data;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Transactions of the mapper. */
record MapperTransactions(ReactiveMapper mapper) implements Transactions {

    @Override
    public <T> Mono<T> required(Mono<T> work) {
        return mapper.transactional(work);
    }

    @Override
    public <T> Mono<T> nested(Mono<T> work) {
        return mapper.transactional(work);
    }

    @Override
    public <T> Mono<T> requiresNew(Mono<T> work) {
        return mapper.requiresNew(work);
    }

    @Override
    public <T> Mono<T> readOnly(Mono<T> work) {
        return mapper.transactional(work, TransactionOptions.defaults().readOnly());
    }

    @Override
    public <T> Mono<T> limited(Mono<T> work) {
        return mapper.transactional(work, TransactionOptions.defaults().timeout(Duration.ofSeconds(1)));
    }
}
