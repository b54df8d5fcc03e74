package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import dev.kindred.reactor.spi.StatementListener;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Mono;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Tells the listeners how each statement ended, exactly once. One that throws keeps neither the others nor the statement. Thread-safe. */
public final class StatementObserver {

    private static final Logger LOG = Loggers.getLogger(StatementObserver.class);

    private final List<StatementListener> listeners;

    /** Tells {@code listeners}, in their order. */
    public StatementObserver(List<StatementListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Returns {@code statement} with its end observed; {@code rows} counts the rows of its result. */
    public <T> Mono<T> observe(String sql, int parameters, Mono<T> statement, ToLongFunction<T> rows) {
        if (listeners.isEmpty()) {
            return statement;
        }
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return statement
                    .doOnSuccess(result -> tell(
                            sql, parameters, result == null ? 0 : rows.applyAsLong(result), start, Outcome.COMPLETED))
                    .doOnError(error -> tell(sql, parameters, 0, start, Outcome.FAILED))
                    .doOnCancel(() -> tell(sql, parameters, 0, start, Outcome.CANCELLED));
        });
    }

    private void tell(String sql, int parameters, long rows, long start, Outcome outcome) {
        StatementExecution execution =
                new StatementExecution(sql, parameters, rows, Duration.ofNanos(System.nanoTime() - start), outcome);
        for (StatementListener listener : listeners) {
            try {
                listener.onStatement(execution);
            } catch (Throwable e) {
                LOG.warn("A statement listener failed", e);
            }
        }
    }
}
