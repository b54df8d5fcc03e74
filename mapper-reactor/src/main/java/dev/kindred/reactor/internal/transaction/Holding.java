package dev.kindred.reactor.internal.transaction;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Work that keeps a {@link Gate} to itself until it says that it is done, whatever became of its subscriber. */
final class Holding<T> implements CoreSubscriber<T>, Gate.Turn, Disposable {

    private enum State {
        WAITING,
        RUNNING,
        CANCELLED
    }

    private final Gate gate;
    private final Function<Runnable, Mono<T>> work;
    private final MonoSink<T> sink;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private final AtomicBoolean left = new AtomicBoolean();
    private @Nullable T value;

    Holding(Gate gate, Function<Runnable, Mono<T>> work, MonoSink<T> sink) {
        this.gate = gate;
        this.work = work;
        this.sink = sink;
    }

    @Override
    public boolean start() {
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return false;
        }
        work.apply(this::leave).subscribe(this);
        return true;
    }

    private void leave() {
        if (left.compareAndSet(false, true)) {
            gate.leave();
        }
    }

    @Override
    public void dispose() {
        if (state.getAndSet(State.CANCELLED) == State.RUNNING) {
            cancelUpstream();
        }
    }

    private void cancelUpstream() {
        @Nullable Subscription subscription = upstream.getAndSet(Operators.cancelledSubscription());
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (upstream.compareAndSet(null, subscription)) {
            subscription.request(Long.MAX_VALUE);
        } else {
            // Cancelled before it began: it is told to run and at once cancelled, so that its clean-up says that it is
            // done.
            subscription.request(Long.MAX_VALUE);
            subscription.cancel();
        }
    }

    @Override
    public void onNext(T item) {
        value = item;
    }

    @Override
    public void onComplete() {
        gate.tell(() -> sink.success(value));
    }

    @Override
    public void onError(Throwable error) {
        gate.tell(() -> sink.error(error));
    }

    @Override
    public Context currentContext() {
        return Context.of(sink.contextView());
    }
}
