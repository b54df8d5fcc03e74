package dev.kindred.reactor.internal.shared;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
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
    private volatile boolean isSent;
    private volatile @Nullable Disposable limit;

    // Guarded by the lock of the queue.
    private long ticket;
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

    void ticket(long number) {
        ticket = number;
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
        } else {
            await();
        }
    }

    /** Starts the acquire timeout. A cancel, an answer or a connection that came meanwhile did not find it. */
    private void await() {
        limit = queue.sharing().pool().afterLimit(this::expire);
        if (isSent) {
            stopLimit();
        }
        if (isCancelled()) {
            stopLimit();
            queue.leave(this);
        }
    }

    private void expire() {
        if (queue.stopWaiting(this)) {
            fail(queue.sharing().pool().expired());
        }
    }

    /** The statement is being sent, or no connection is acquired. The acquire timeout ends. */
    void sent() {
        isSent = true;
        stopLimit();
    }

    private void stopLimit() {
        @Nullable Disposable running = limit;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    void leave() {
        stopLimit();
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
