package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementRunner;
import reactor.core.publisher.Mono;

/** Loads the related rows of handles. Thread-safe. */
interface RelationSource {

    /** Returns the runner whose transaction and connections the loads use. */
    StatementRunner statements();

    /** Returns the values of {@code keys}: one statement on the subscriber's connection, or none without a key. */
    <E, R, V> Mono<Resolution<V>> resolve(PreloadStep<E, R> step, Arity<R, V> arity, KeyRows<E> keys, LoadMode mode);
}
