package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.Guarded;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/** One statement that waits at a {@link Gate}, runs, and ends, whether or not its subscriber is still there. */
final class Passage<T> implements CoreSubscriber<T>, Gate.Turn, Disposable {

    private enum State {
        WAITING,
        RUNNING,
        CANCELLED
    }

    private final Gate gate;
    private final Mono<T> source;
    private final MonoSink<T> sink;
    private final Runnable abandoned;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable T value;

    Passage(Gate gate, Mono<T> source, MonoSink<T> sink, Runnable abandoned) {
        this.gate = gate;
        this.source = source;
        this.sink = sink;
        this.abandoned = abandoned;
    }

    @Override
    public boolean start() {
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return false;
        }
        Guarded.of(source).subscribe(this);
        return true;
    }

    @Override
    public void dispose() {
        if (state.getAndSet(State.CANCELLED) == State.RUNNING) {
            abandoned.run();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
        value = item;
    }

    @Override
    public void onComplete() {
        @Nullable T result = value;
        value = null;
        gate.leave();
        gate.tell(() -> sink.success(result));
    }

    /** The error of a statement whose subscriber has gone is kept by the transaction, and shows at its end. */
    @Override
    public void onError(Throwable error) {
        gate.leave();
        if (state.get() != State.CANCELLED) {
            gate.tell(() -> sink.error(error));
        }
    }

    @Override
    public Context currentContext() {
        return Context.of(sink.contextView());
    }
}
