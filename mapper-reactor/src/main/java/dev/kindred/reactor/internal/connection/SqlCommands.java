package dev.kindred.reactor.internal.connection;

import io.netty.util.ReferenceCounted;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.time.Duration;
import reactor.core.publisher.Flux;
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
        Mono<Void> answer =
                Mono.defer(() -> Flux.from(connection.createStatement(command).execute())
                        .doOnDiscard(ReferenceCounted.class, Discarded::release)
                        .concatMap(Result::getRowsUpdated)
                        .then());
        return observed(command, answer);
    }

    /**
     * Sends COMMIT. The driver's own method is used since it alone tells when the server answers ROLLBACK; it sends nothing when it
     * believes that there is no transaction, which would lose the work without a word, so that is an error here.
     */
    public Mono<Void> commit(Connection connection) {
        Mono<Void> answer = Mono.defer(() -> connection.isAutoCommit()
                ? Mono.error(new IllegalStateException("The transaction has ended before its COMMIT was sent"))
                : Mono.from(connection.commitTransaction()));
        return observed("COMMIT", answer);
    }

    private Mono<Void> observed(String command, Mono<Void> answer) {
        return observer.observe(
                command, 0, Bounded.within(timeout, answer, errors.outcome(command, timeout)), nothing -> 0);
    }
}
