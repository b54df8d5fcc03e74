package dev.kindred.reactor.internal.shared;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * One subscription of an operation that may share its statement, outside a transaction. Thread-safe.
 *
 * @param <Q> what it asks for
 * @param <V> the value
 */
final class Caller<Q, V> extends Answered<V> {

    private final SharedQueue<Q, V> queue;
    private final Q request;
    private final AtomicBoolean hasLane = new AtomicBoolean();

    // Guarded by the lock of the queue.
    private long ticket;
    private long deadline;
    private @Nullable Lane<Q, V> lane;

    Caller(SharedQueue<Q, V> queue, CoreSubscriber<? super V> actual, Q request, Supplier<Mono<V>> alone) {
        super(actual, alone);
        this.queue = queue;
        this.request = request;
    }

    Q request() {
        return request;
    }

    long ticket() {
        return ticket;
    }

    /** Starts to wait until {@code time}, after the callers with a lower number. */
    void waits(long number, long time) {
        ticket = number;
        deadline = time;
    }

    long deadline() {
        return deadline;
    }

    /** Returns the lane of the shared statement once, or null. */
    @Nullable
    Lane<Q, V> takeLane() {
        @Nullable Lane<Q, V> taken = lane;
        lane = null;
        return taken;
    }

    void lane(Lane<Q, V> serving) {
        lane = serving;
    }

    @Override
    void begin() {
        if (queue.begin(this)) {
            hasLane.set(true);
            sendAlone();
        } else if (isCancelled()) {
            // A cancel that came meanwhile did not find it.
            queue.leave(this);
        }
    }

    /** The acquire timeout is over. */
    void expire() {
        if (queue.stopWaiting(this)) {
            fail(queue.sharing().pool().expired());
        }
    }

    @Override
    void leave() {
        if (hasLane.get()) {
            release();
        } else {
            queue.leave(this);
        }
    }

    @Override
    void release() {
        if (hasLane.compareAndSet(true, false)) {
            queue.free();
        }
    }
}
