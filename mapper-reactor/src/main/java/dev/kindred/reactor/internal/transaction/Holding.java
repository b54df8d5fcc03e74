package dev.kindred.reactor.internal.transaction;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** The turn of work that keeps its place until it calls its {@link Runnable}. A cancel reaches the work. */
final class Holding<T> extends GateTurn<T> {

    private final Gate gate;
    private final Function<Runnable, Mono<T>> work;
    private final AtomicBoolean left = new AtomicBoolean();

    Holding(Gate gate, Function<Runnable, Mono<T>> work, MonoSink<T> sink) {
        super(sink);
        this.gate = gate;
        this.work = work;
    }

    @Override
    void run() {
        work.apply(this::leave).subscribe(this);
    }

    private void leave() {
        if (left.compareAndSet(false, true)) {
            gate.leave();
        }
    }

    @Override
    void abandon() {
        cancelUpstream();
    }

    /** Starts the work and cancels it at once: its clean-up then leaves the gate. */
    @Override
    protected void late(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
        subscription.cancel();
    }

    @Override
    public void onComplete() {
        gate.tell(() -> sink().success(take()));
    }

    @Override
    public void onError(Throwable error) {
        gate.tell(() -> sink().error(error));
    }
}
