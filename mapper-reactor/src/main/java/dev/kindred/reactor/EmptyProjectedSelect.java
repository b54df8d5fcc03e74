package dev.kindred.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The query for values of the related rows of an entity whose key is null: there are none, and it sends nothing. */
record EmptyProjectedSelect<T>() implements ProjectedSelect<T> {

    @Override
    public ProjectedSelect<T> distinct() {
        return this;
    }

    @Override
    public Flux<T> all() {
        return Flux.empty();
    }

    @Override
    public Mono<T> first() {
        return Mono.empty();
    }

    @Override
    public Mono<T> one() {
        return Mono.empty();
    }
}
