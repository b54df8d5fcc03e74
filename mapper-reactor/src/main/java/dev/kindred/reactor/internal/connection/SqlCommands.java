package dev.kindred.reactor.internal.connection;

import dev.kindred.error.ConnectionException;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Sends the commands that have no result: those that begin, nest and end transactions. Thread-safe. */
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

    /** Sends {@code command}, which is a constant of ours with no value in it, and waits for its answer. */
    public Mono<Void> run(Connection connection, String command) {
        Mono<Void> answer = Mono.defer(
                () -> UncancelledResults.of(connection.createStatement(command).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then());
        return observed(command, answer);
    }

    /** Tells whether the driver takes {@code connection} to be in a transaction. */
    public boolean isInTransaction(Connection connection) {
        try {
            return !connection.isAutoCommit();
        } catch (R2dbcException e) {
            throw new ConnectionException(
                    "The connection does not say whether it is in a transaction", ConnectionException.Effect.NONE, e);
        }
    }

    /**
     * Sends COMMIT. The driver's own method is used since it alone tells when the server answers ROLLBACK; it sends nothing when it
     * believes that there is no transaction, which would lose the work without a word, so {@link #isInTransaction} is to be asked before.
     */
    public Mono<Void> commit(Connection connection) {
        return observed("COMMIT", Mono.defer(() -> Mono.from(connection.commitTransaction())));
    }

    private Mono<Void> observed(String command, Mono<Void> answer) {
        return observer.observe(
                        command, 0, TimeoutMono.within(timeout, answer, errors.outcome(command, timeout)), nothing -> 0)
                .contextWrite(Origins.always(Operation.TRANSACTION));
    }
}
