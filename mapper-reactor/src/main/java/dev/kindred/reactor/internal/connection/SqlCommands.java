package dev.kindred.reactor.internal.connection;

import dev.kindred.error.ConnectionException;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Mono;

/** Sends commands without a result: those that begin, nest and end transactions. Thread-safe. */
public final class SqlCommands {

    private final StatementObserver observer;
    private final ServerErrors errors;
    private final Duration timeout;

    /** Waits at most {@code timeout} for each command. */
    public SqlCommands(StatementObserver observer, ServerErrors errors, Duration timeout) {
        this.observer = observer;
        this.errors = errors;
        this.timeout = timeout;
    }

    /** Returns what observes the operations that send the commands. */
    public Operations operations() {
        return observer.operations();
    }

    /** Sends {@code command}, a constant without values, and waits for its answer. */
    public Mono<Void> run(Connection connection, String command) {
        Mono<Void> answer = Mono.defer(
                () -> UncancelledResults.of(connection.createStatement(command).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then());
        return observed(connection, command, answer, nothing -> 0);
    }

    /** Returns whether the server of {@code connection} is a standby. */
    Mono<Boolean> isStandby(Connection connection) {
        return observed(connection, StandbyCheck.QUERY, StandbyCheck.of(connection), answer -> 1);
    }

    /** Returns whether {@code connection} is in a transaction, according to the driver. */
    public boolean isInTransaction(Connection connection) {
        try {
            return !connection.isAutoCommit();
        } catch (R2dbcException e) {
            throw new ConnectionException(
                    "The driver cannot tell whether the" + " connection is in a transaction",
                    ConnectionException.Effect.NONE,
                    e);
        }
    }

    /**
     * Sends COMMIT with the driver's own method, which alone reports that the server answered ROLLBACK. It sends
     * nothing if the driver assumes no transaction, and the work would be lost silently. Call {@link #isInTransaction}
     * before.
     */
    public Mono<Void> commit(Connection connection) {
        return observed(
                connection, "COMMIT", Mono.defer(() -> Mono.from(connection.commitTransaction())), nothing -> 0);
    }

    private <T> Mono<T> observed(Connection connection, String command, Mono<T> answer, ToLongFunction<T> rows) {
        return observer.observe(
                        connection,
                        command,
                        0,
                        TimeoutMono.within(timeout, answer, errors.outcome(command, timeout)),
                        rows)
                .contextWrite(Origins.always(Operation.TRANSACTION));
    }
}
