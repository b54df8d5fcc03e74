package dev.kindred.reactor.internal.shared;

import java.util.function.Supplier;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * One subscription of an operation that may share its statement, in a transaction. Thread-safe.
 *
 * @param <Q> what it asks for
 * @param <V> the value
 */
final class TurnCaller<Q, V> extends Answered<V> {

    private final TurnQueue<Q, V> queue;
    private final Q request;

    TurnCaller(TurnQueue<Q, V> queue, CoreSubscriber<? super V> actual, Q request, Supplier<Mono<V>> alone) {
        super(actual, alone);
        this.queue = queue;
        this.request = request;
    }

    Q request() {
        return request;
    }

    @Override
    void begin() {
        queue.begin(this);
    }

    /** The turn leaves out a caller that was cancelled. A statement of a transaction runs to its end. */
    @Override
    void leave() {}

    @Override
    void release() {}
}
