package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.Guarded;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** The turn of one statement, which runs to its end also after a cancel. */
final class Passage<T> extends GateTurn<T> {

    private final Gate gate;
    private final Mono<T> source;
    private final Runnable abandoned;

    Passage(Gate gate, Mono<T> source, MonoSink<T> sink, Runnable abandoned) {
        super(sink);
        this.gate = gate;
        this.source = source;
        this.abandoned = abandoned;
    }

    @Override
    void run() {
        Guarded.of(source).subscribe(this);
    }

    @Override
    void abandon() {
        abandoned.run();
    }

    @Override
    public void onComplete() {
        @Nullable T result = take();
        gate.leave();
        gate.tell(() -> sink().success(result));
    }

    /** After a cancel, the transaction keeps the error and shows it at its end. */
    @Override
    public void onError(Throwable error) {
        gate.leave();
        if (!isDisposed()) {
            gate.tell(() -> sink().error(error));
        }
    }
}
