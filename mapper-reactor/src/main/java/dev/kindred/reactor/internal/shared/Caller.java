package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Receiver;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscription of an operation that may share its statement. It is sent alone, or waits and is answered by a shared
 * statement. Thread-safe.
 *
 * @param <Q> what it asks for
 * @param <V> the value
 */
final class Caller<Q, V> extends Receiver<V> implements Subscription {

    private final SharedQueue<Q, V> queue;
    private final CoreSubscriber<? super V> actual;
    private final Q request;
    private final Supplier<Mono<V>> alone;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean hasLane = new AtomicBoolean();
    private volatile boolean isCancelled;
    private volatile boolean isSent;
    private volatile @Nullable Disposable limit;

    // Guarded by the lock of the queue.
    private long ticket;
    private @Nullable Lane<Q, V> lane;

    Caller(SharedQueue<Q, V> queue, CoreSubscriber<? super V> actual, Q request, Supplier<Mono<V>> alone) {
        this.queue = queue;
        this.actual = actual;
        this.request = request;
        this.alone = alone;
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
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n) && started.compareAndSet(false, true)) {
            if (queue.begin(this)) {
                hasLane.set(true);
                sendAlone();
            } else {
                await();
            }
        }
    }

    /** Sends a statement of its own. After a cancel, the subscription is cancelled at once. */
    private void sendAlone() {
        Guarded.of(Mono.defer(alone)).subscribe(this);
        if (isCancelled) {
            freeLane();
        }
    }

    /** Starts the acquire timeout. A cancel, an answer or a connection that came meanwhile did not find it. */
    private void await() {
        limit = queue.sharing().pool().afterLimit(this::expire);
        if (isSent) {
            stopLimit();
        }
        if (isCancelled) {
            stopLimit();
            queue.leave(this);
        }
    }

    private void expire() {
        if (queue.stopWaiting(this) && ended.compareAndSet(false, true)) {
            actual.onError(queue.sharing().pool().expired());
        }
    }

    /** The statement is being sent. The acquire timeout ends. */
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

    /** A cancel before the first request counts as the start, so that nothing is sent. */
    @Override
    public void cancel() {
        isCancelled = true;
        boolean hasStarted = !started.compareAndSet(false, true);
        if (ended.compareAndSet(false, true) && hasStarted) {
            stopLimit();
            cancelUpstream();
            if (hasLane.get()) {
                freeLane();
            } else {
                queue.leave(this);
            }
        }
    }

    private void freeLane() {
        if (hasLane.compareAndSet(true, false)) {
            queue.free();
        }
    }

    /** Takes the answer of a shared statement, or of a refused connection. */
    void answer(Answer<V> answer) {
        sent();
        if (answer instanceof Answer.Value<V> found) {
            end(found.value());
        } else if (answer instanceof Answer.Failure<V> failed) {
            fail(failed.error());
        } else if (!isCancelled) {
            sendAlone();
        }
    }

    @Override
    public void onComplete() {
        @Nullable V value = take();
        freeLane();
        end(value);
    }

    @Override
    public void onError(Throwable error) {
        freeLane();
        fail(error);
    }

    private void end(@Nullable V value) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        if (value != null) {
            actual.onNext(value);
        }
        if (!isCancelled) {
            actual.onComplete();
        }
    }

    private void fail(Throwable error) {
        if (ended.compareAndSet(false, true)) {
            actual.onError(error);
        }
    }
}
