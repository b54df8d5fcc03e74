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
import reactor.util.context.ContextView;

/**
 * Reports the end of each statement to the listeners exactly once. An exception of a listener affects neither the
 * others nor the statement. Thread-safe.
 */
public final class StatementObserver {

    private static final Logger LOG = Loggers.getLogger(StatementObserver.class);

    private final List<StatementListener> listeners;

    /** Reports to {@code listeners}, in their order. */
    public StatementObserver(List<StatementListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Returns {@code statement} with its end observed; {@code rows} counts the rows of its result. */
    public <T> Mono<T> observe(String sql, int parameters, Mono<T> statement, ToLongFunction<T> rows) {
        if (listeners.isEmpty()) {
            return statement;
        }
        return Mono.deferContextual(context -> {
            Telling telling = new Telling(sql, parameters, context, System.nanoTime());
            return statement
                    .doOnSuccess(
                            result -> tell(telling, result == null ? 0 : rows.applyAsLong(result), Outcome.COMPLETED))
                    .doOnError(error -> tell(telling, 0, Outcome.FAILED))
                    .doOnCancel(() -> tell(telling, 0, Outcome.CANCELLED));
        });
    }

    private void tell(Telling telling, long rows, Outcome outcome) {
        StatementExecution execution = new SentStatement(
                telling.sql,
                telling.parameters,
                rows,
                Duration.ofNanos(System.nanoTime() - telling.start),
                outcome,
                Origins.in(telling.context));
        for (StatementListener listener : listeners) {
            try {
                listener.onStatement(execution, telling.context);
            } catch (Throwable e) {
                LOG.warn("A statement listener failed", e);
            }
        }
    }

    /** The properties of a statement that are known before it ends. */
    private record Telling(String sql, int parameters, ContextView context, long start) {}
}
