package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.Receiver;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.Disposable;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/**
 * The base of the turns at a {@link Gate}: a turn waits, runs unless it is cancelled before, and ends once.
 * Thread-safe.
 */
abstract class GateTurn<T> extends Receiver<T> implements Gate.Turn, Disposable {

    private enum State {
        WAITING,
        RUNNING,
        CANCELLED
    }

    private final MonoSink<T> sink;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    GateTurn(MonoSink<T> sink) {
        this.sink = sink;
    }

    /** Subscribes to the work of the turn. */
    abstract void run();

    /** Called if the subscriber cancels while the turn runs. */
    abstract void abandon();

    @Override
    public final boolean start() {
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return false;
        }
        run();
        return true;
    }

    @Override
    public final void dispose() {
        if (state.getAndSet(State.CANCELLED) == State.RUNNING) {
            abandon();
        }
    }

    @Override
    public final boolean isDisposed() {
        return state.get() == State.CANCELLED;
    }

    MonoSink<T> sink() {
        return sink;
    }

    @Override
    public Context currentContext() {
        return Context.of(sink.contextView());
    }
}
