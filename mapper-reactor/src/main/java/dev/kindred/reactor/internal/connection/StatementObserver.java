package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.ErrorTranslation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import dev.kindred.reactor.spi.StatementListener;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
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
    private final Operations operations;

    /** Reports to {@code listeners} and to the observers of {@code operationListeners}, in their order. */
    public StatementObserver(
            List<StatementListener> listeners,
            List<OperationListener> operationListeners,
            @Nullable ErrorTranslation translation) {
        this.listeners = List.copyOf(listeners);
        this.operations = new Operations(operationListeners, translation);
    }

    /** Returns what observes the operations that send the statements. */
    public Operations operations() {
        return operations;
    }

    /** Returns whether nothing observes the statements, so that their origins are not necessary. */
    public boolean isSilent() {
        return listeners.isEmpty() && operations.isUnobserved();
    }

    /**
     * Returns {@code statement} on {@code connection} with its end observed; {@code rows} counts the rows of its
     * result.
     */
    public <T> Mono<T> observe(
            Connection connection, String sql, int parameters, Mono<T> statement, ToLongFunction<T> rows) {
        if (isSilent()) {
            return statement;
        }
        return Mono.deferContextual(context -> {
            Telling telling = new Telling(
                    sql, parameters, ChosenServer.of(connection), context, receivers(sql, context), System.nanoTime());
            return statement
                    .doOnSuccess(
                            result -> tell(telling, result == null ? 0 : rows.applyAsLong(result), Outcome.COMPLETED))
                    .doOnError(error -> tell(telling, 0, Outcome.FAILED))
                    .doOnCancel(() -> tell(telling, 0, Outcome.CANCELLED));
        });
    }

    private List<Consumer<StatementExecution>> receivers(String sql, ContextView context) {
        @Nullable ObservedOperation operation = operations.current(context);
        return operation == null ? List.of() : operation.sending(sql);
    }

    private void tell(Telling telling, long rows, Outcome outcome) {
        StatementExecution execution = new SentStatement(
                telling.sql,
                telling.parameters,
                rows,
                Duration.ofNanos(System.nanoTime() - telling.start),
                outcome,
                Origins.in(telling.context),
                Origins.callersIn(telling.context),
                telling.chosen);
        for (StatementListener listener : listeners) {
            safely(() -> listener.onStatement(execution, telling.context));
        }
        for (Consumer<StatementExecution> receiver : telling.receivers) {
            safely(() -> receiver.accept(execution));
        }
    }

    private static void safely(Runnable report) {
        try {
            report.run();
        } catch (Throwable e) {
            LOG.warn("A statement listener failed", e);
        }
    }

    /** The properties of a statement that are known before it ends. */
    private record Telling(
            String sql,
            int parameters,
            ChosenServer chosen,
            ContextView context,
            List<Consumer<StatementExecution>> receivers,
            long start) {}
}
