package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.MapperException;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import dev.kindred.reactor.internal.transaction.TransactionLifecycle.State;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** BEGIN, COMMIT and ROLLBACK on an acquired connection. Returns the connection at the end. Thread-safe. */
final class ConnectionSteps implements TransactionSteps {

    /** Longer than the answer to a ROLLBACK takes on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SqlCommands commands;
    private final ConnectionRecovery recovery;
    private final String localSettings;

    /** Sends {@code localSettings} together with BEGIN. */
    ConnectionSteps(SqlCommands commands, ConnectionRecovery recovery, String localSettings) {
        this.commands = commands;
        this.recovery = recovery;
        this.localSettings = localSettings;
    }

    /**
     * Returns the scope of {@code whole}. On a connection with a foreign transaction it has ended already, so even its
     * end sends nothing.
     */
    TransactionScope scope(ConnectionSource source, WholeTransaction whole) {
        TransactionScope scope = TransactionScope.root(source, whole);
        if (recovery.isForeign(whole.connection())) {
            scope.lifecycle().abandon();
        }
        return scope;
    }

    @Override
    public Mono<Void> begin(TransactionScope scope) {
        if (scope.lifecycle().state().isFinal()) {
            return Mono.error(ConnectionRecovery.foreignTransaction());
        }
        Connection connection = scope.whole().connection();
        String text = BeginCommand.of(scope.whole().options()) + localSettings;
        Mono<Void> begin = scope.command(taken -> commands.run(taken, text));
        Mono<Void> clean = commands.isInTransaction(connection)
                ? scope.command(recovery::rollback).then(begin)
                : begin;
        return clean.onErrorMap(scope::remembered);
    }

    @Override
    public Mono<Void> commit(TransactionScope scope) {
        return scope.command(connection -> {
            @Nullable TransactionException refusal = scope.refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            if (scope.isRollbackOnly()) {
                return closed(scope)
                        .then(recovery.rollback(connection))
                        .doOnSuccess(done -> scope.lifecycle().become(State.ROLLED_BACK))
                        .onErrorMap(scope::remembered);
            }
            boolean open = commands.isInTransaction(connection);
            scope.lifecycle().become(State.COMMITTING);
            Mono<Void> commit = open
                    ? commands.commit(connection)
                    : Mono.error(new IllegalStateException("The transaction has ended before its COMMIT was sent"));
            return closed(scope)
                    .then(commit)
                    .doOnSuccess(done -> scope.lifecycle().become(State.COMMITTED))
                    .onErrorMap(error -> commitFailed(scope, error));
        });
    }

    private static MapperException commitFailed(TransactionScope scope, Throwable error) {
        if (error instanceof StatementException refused) {
            scope.lifecycle().become(State.ROLLED_BACK);
            @Nullable Throwable first = scope.failure();
            return first == null
                    ? refused
                    : new TransactionException(
                            "The transaction was rolled back, since a statement of it had failed before COMMIT.",
                            first);
        }
        scope.lifecycle().become(State.UNKNOWN);
        return new TransactionOutcomeUnknownException(
                "The connection was lost before COMMIT was answered: the transaction is committed as a"
                        + " whole or rolled back as a whole. Check whether its rows exist before you repeat the work.",
                error);
    }

    @Override
    public Mono<Void> end(TransactionScope scope) {
        return switch (scope.lifecycle().state()) {
            case COMMITTED -> released(scope);
            case ROLLED_BACK -> scope.isUnclear() ? recovered(scope) : released(scope);
            case UNKNOWN -> recovery.discard(scope.whole().connection());
            case ACTIVE, COMMITTING -> {
                scope.lifecycle().abandon();
                yield scope.isUnclear() ? recovered(scope) : rolledBack(scope);
            }
        };
    }

    @Override
    public Mono<Void> cancelled(TransactionScope scope) {
        scope.doom("its subscriber has cancelled it", null);
        boolean ended = scope.lifecycle().state().isFinal();
        scope.lifecycle().abandon();
        return ended && !scope.isUnclear() ? released(scope) : recovered(scope);
    }

    /**
     * ROLLBACK waits for a statement that another user of the connection has cancelled, or still runs after the time
     * limit of the transaction. Such a statement is cancelled on the server.
     */
    private Mono<Void> rolledBack(TransactionScope scope) {
        return TimeoutMono.within(
                        PATIENCE, rollback(scope), () -> new TimeoutException("ROLLBACK waits for another statement"))
                .then(Mono.defer(() -> released(scope)))
                .onErrorResume(TimeoutException.class, late -> recovered(scope))
                .onErrorResume(error -> recovery.discard(scope.whole().connection()));
    }

    /** ROLLBACK waits at the gate for a statement that is being sent. Otherwise BEGIN could follow it. */
    private Mono<Void> recovered(TransactionScope scope) {
        return recovery.recover(
                scope.whole().connection(), rollback(scope), scope.whole().wear());
    }

    private Mono<Void> released(TransactionScope scope) {
        return recovery.release(scope.whole().connection(), scope.whole().wear());
    }

    private Mono<Void> rollback(TransactionScope scope) {
        return closed(scope).then(scope.command(recovery::rollback));
    }

    /** Others send nothing from now on. Completes when no statement of theirs is about to be sent. */
    private static Mono<Void> closed(TransactionScope scope) {
        return scope.lifecycle().handing().close();
    }
}
