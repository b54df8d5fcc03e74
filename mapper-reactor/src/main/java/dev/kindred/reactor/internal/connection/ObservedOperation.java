package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.OperationObserver;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** One subscription of an operation, and its observers. Its end is reported once. Thread-safe. */
final class ObservedOperation {

    private static final Logger LOG = Loggers.getLogger(ObservedOperation.class);

    private final List<OperationObserver> observers;
    private final AtomicBoolean ended = new AtomicBoolean();

    private ObservedOperation(List<OperationObserver> observers) {
        this.observers = observers;
    }

    /** Asks {@code listeners} for their observers. */
    static ObservedOperation begin(List<OperationListener> listeners, LogicalOperation operation, ContextView context) {
        List<OperationObserver> observers = new ArrayList<>(listeners.size());
        for (OperationListener listener : listeners) {
            try {
                observers.add(listener.onSubscribe(operation, context));
            } catch (Throwable e) {
                log(e);
            }
        }
        return new ObservedOperation(observers);
    }

    /** Returns {@code context} with what the observers add. */
    Context in(Context context) {
        Context entered = context;
        for (OperationObserver observer : observers) {
            try {
                entered = observer.context(entered);
            } catch (Throwable e) {
                log(e);
            }
        }
        return entered;
    }

    /** Reports that {@code sql} is about to be sent. Returns the receivers of its end. */
    List<Consumer<StatementExecution>> sending(String sql) {
        List<Consumer<StatementExecution>> receivers = new ArrayList<>(observers.size());
        for (OperationObserver observer : observers) {
            try {
                receivers.add(observer.onStatement(sql));
            } catch (Throwable e) {
                log(e);
            }
        }
        return receivers;
    }

    void completed() {
        end(Outcome.COMPLETED, null);
    }

    void failed(Throwable error) {
        end(Outcome.FAILED, error);
    }

    void cancelled() {
        end(Outcome.CANCELLED, null);
    }

    private void end(Outcome outcome, @Nullable Throwable error) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        for (OperationObserver observer : observers) {
            try {
                observer.onEnd(outcome, error);
            } catch (Throwable e) {
                log(e);
            }
        }
    }

    private static void log(Throwable e) {
        LOG.warn("An operation listener failed", e);
    }
}
