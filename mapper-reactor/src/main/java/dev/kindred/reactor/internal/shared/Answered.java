package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Receiver;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The base of one subscription of an operation that may share its statement. It is sent alone, or waits and is answered
 * by a shared statement. Thread-safe.
 *
 * @param <V> the value
 */
abstract class Answered<V> extends Receiver<V> implements Subscription {

    private final CoreSubscriber<? super V> actual;
    private final Supplier<Mono<V>> alone;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean isCancelled;

    Answered(CoreSubscriber<? super V> actual, Supplier<Mono<V>> alone) {
        this.actual = actual;
        this.alone = alone;
    }

    /** The subscriber has its first demand. */
    abstract void begin();

    /** The subscriber cancels after {@link #begin}. Its own statement is cancelled already. */
    abstract void leave();

    /** The statement of this subscription is over, or the shared one is. */
    abstract void release();

    @Override
    public final Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public final void request(long n) {
        if (Operators.validate(n) && started.compareAndSet(false, true)) {
            begin();
        }
    }

    /** A cancel before the first request counts as the start, so that nothing is sent. */
    @Override
    public final void cancel() {
        isCancelled = true;
        boolean hasStarted = !started.compareAndSet(false, true);
        if (ended.compareAndSet(false, true) && hasStarted) {
            cancelUpstream();
            leave();
        }
    }

    final boolean isCancelled() {
        return isCancelled;
    }

    /** Sends a statement of its own. After a cancel, the subscription is cancelled at once. */
    final void sendAlone() {
        Guarded.of(Mono.defer(alone)).subscribe(this);
        if (isCancelled) {
            release();
        }
    }

    /** Takes the answer of a shared statement, or of a refused connection. */
    final void answer(Answer<V> answer) {
        if (answer instanceof Answer.Value<V> found) {
            end(found.value());
        } else if (answer instanceof Answer.Failure<V> failed) {
            fail(failed.error());
        } else if (!isCancelled) {
            sendAlone();
        }
    }

    @Override
    public final void onComplete() {
        @Nullable V value = take();
        release();
        end(value);
    }

    @Override
    public final void onError(Throwable error) {
        release();
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

    /** Ends with {@code error}, unless this has ended. */
    final void fail(Throwable error) {
        if (ended.compareAndSet(false, true)) {
            actual.onError(error);
        }
    }
}
