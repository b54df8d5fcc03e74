package dev.kindred.it.boot.data;

import reactor.core.publisher.Mono;

/** Runs work in a transaction of one of the two owners. */
interface Transactions {

    <T> Mono<T> required(Mono<T> work);

    <T> Mono<T> nested(Mono<T> work);

    <T> Mono<T> requiresNew(Mono<T> work);

    <T> Mono<T> readOnly(Mono<T> work);

    /** Limits the time to one second. */
    <T> Mono<T> limited(Mono<T> work);
}
