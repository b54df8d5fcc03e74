package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.transaction.TransactionLifecycle.State;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * SAVEPOINT, RELEASE and ROLLBACK TO for one savepoint. Other statements of the scope around it wait meanwhile.
 * Thread-safe.
 */
final class SavepointSteps implements TransactionSteps {

    /** Longer than for a connection: a connection is easy to replace, a transaction is not. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SqlCommands commands;
    private final ConnectionRecovery recovery;
    private final TransactionScope outer;
    private final String name;
    private final Runnable done;
    private volatile boolean isSent;
    private volatile boolean isReleased;

    /** Makes the steps of the next savepoint in {@code outer}; calls {@code done} after its end. */
    SavepointSteps(SqlCommands commands, ConnectionRecovery recovery, TransactionScope outer, Runnable done) {
        this.commands = commands;
        this.recovery = recovery;
        this.outer = outer;
        this.name = outer.whole().nextSavepoint();
        this.done = done;
    }

    /** A savepoint that the server has refused does not exist, so nothing is rolled back. */
    @Override
    public Mono<Void> begin(TransactionScope scope) {
        return scope.command(connection -> {
            @Nullable TransactionException refusal = outer.refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            isSent = true;
            return sent(connection, "SAVEPOINT ")
                    .doOnError(
                            StatementException.class,
                            refused -> scope.lifecycle().abandon())
                    .onErrorMap(outer::remembered);
        });
    }

    @Override
    public Mono<Void> commit(TransactionScope scope) {
        return scope.command(connection -> {
            @Nullable TransactionException refusal = scope.refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            if (scope.isRollbackOnly()) {
                return Mono.empty();
            }
            scope.lifecycle().become(State.COMMITTING);
            return sent(connection, "RELEASE SAVEPOINT ")
                    .doOnSuccess(released -> released(scope))
                    .onErrorMap(scope::remembered);
        });
    }

    /** If the savepoint cannot be rolled back alone, the transaction around it can only be rolled back too. */
    @Override
    public Mono<Void> end(TransactionScope scope) {
        if (scope.lifecycle().state().isFinal()) {
            return Mono.fromRunnable(done);
        }
        scope.lifecycle().abandon();
        Mono<Void> undone = scope.lifecycle()
                .handing()
                .close()
                .then(scope.command(connection -> isReleased ? kept(scope) : undone(connection)));
        return settled(scope, undone)
                .onErrorResume(error -> {
                    outer.remembered(error);
                    outer.doom("a savepoint in it could not be rolled back", error);
                    return Mono.empty();
                })
                .doFinally(signal -> done.run());
    }

    /**
     * After a statement without an answer, the wait for the next command is short: it may wait for that statement. On
     * the connection of an ambient transaction nothing is cancelled on the server, since the cancel may arrive when the
     * connection has another user.
     */
    private Mono<Void> settled(TransactionScope scope, Mono<Void> undone) {
        if (!scope.isLost()) {
            return undone;
        }
        return scope.whole().joined() != null
                ? Mono.error(new TimeoutException("A statement in the savepoint got no answer"))
                : recovery.settle(scope.whole().connection(), undone, PATIENCE);
    }

    /**
     * While a statement runs, ROLLBACK TO has to wait for it. The owner of an ambient transaction does not wait and
     * could commit the effect of the savepoint.
     */
    @Override
    public Mono<Void> cancelled(TransactionScope scope) {
        if (scope.whole().joined() != null && scope.hasWritten() && scope.isUnclear()) {
            outer.root().doom("a savepoint in it was cancelled while a statement ran", null);
        }
        return end(scope);
    }

    /** After a cancel, the state is no longer that of a commit. */
    private void released(TransactionScope scope) {
        isReleased = true;
        if (scope.lifecycle().state() == State.COMMITTING) {
            scope.lifecycle().become(State.COMMITTED);
        }
    }

    /** A cancel came while RELEASE was sent. A released savepoint cannot be rolled back alone. */
    private Mono<Void> kept(TransactionScope scope) {
        return Mono.fromRunnable(() -> {
            if (scope.hasWritten()) {
                outer.doom("a savepoint in it was cancelled during its release, so its effect would be kept", null);
            }
        });
    }

    private Mono<Void> undone(Connection connection) {
        return undo(connection, "ROLLBACK TO SAVEPOINT ").then(undo(connection, "RELEASE SAVEPOINT "));
    }

    /**
     * Sends nothing if a cancel came before SAVEPOINT was sent, if the transaction around it can only be rolled back,
     * or if it has ended and its connection may have another user.
     */
    private Mono<Void> undo(Connection connection, String command) {
        return Mono.defer(() -> isSent && outer.refusal() == null ? sent(connection, command) : Mono.empty());
    }

    private Mono<Void> sent(Connection connection, String command) {
        return outer.whole().sent(commands.run(connection, command + name));
    }
}
