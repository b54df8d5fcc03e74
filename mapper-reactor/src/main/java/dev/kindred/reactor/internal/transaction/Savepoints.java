package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.transaction.TransactionLifecycle.State;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Runs work in a savepoint of a transaction, whose other statements wait meanwhile. Thread-safe. */
final class Savepoints {

    /** Longer than for a connection, which is easily replaced; a transaction is not. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SqlCommands commands;
    private final ConnectionRecovery recovery;

    Savepoints(SqlCommands commands, ConnectionRecovery recovery) {
        this.commands = commands;
        this.recovery = recovery;
    }

    <T> Mono<T> execute(TransactionScope outer, Mono<T> work, TransactionOptions options) {
        @Nullable TransactionException misfit = misfit(outer.options(), options);
        if (misfit != null) {
            return Mono.error(misfit);
        }
        String name = outer.nextSavepoint();
        return outer.exclusively(done -> Mono.usingWhen(
                Mono.fromSupplier(() -> TransactionScope.nested(outer)),
                scope -> open(outer, scope, name)
                        .then(Transactions.within(scope, work, finished -> release(finished, name))),
                scope -> end(outer, scope, name, done),
                (scope, error) -> end(outer, scope, name, done),
                scope -> end(outer, scope, name, done)));
    }

    /** What is said when a transaction begins holds for all of it. */
    private static @Nullable TransactionException misfit(TransactionOptions outer, TransactionOptions inner) {
        boolean otherIsolation = inner.isolation() != null && !Objects.equals(inner.isolation(), outer.isolation());
        return otherIsolation || (inner.readOnly() && !outer.readOnly())
                ? new TransactionException(
                        "A transaction inside another one is a savepoint, which cannot have an isolation or a read-only mode of its"
                                + " own. Set them where the outermost transaction begins, or use requiresNew(..).",
                        null)
                : null;
    }

    /** A savepoint that the server has refused is none, so nothing of it has to be rolled back. */
    private Mono<Void> open(TransactionScope outer, TransactionScope scope, String name) {
        return scope.command(connection -> {
            @Nullable TransactionException refusal = outer.refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            return commands.run(connection, "SAVEPOINT " + name)
                    .doOnError(
                            StatementException.class,
                            refused -> scope.lifecycle().abandon())
                    .onErrorMap(outer::remembered);
        });
    }

    private Mono<Void> release(TransactionScope scope, String name) {
        return scope.command(connection -> {
            @Nullable TransactionException refusal = scope.refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            if (scope.isRollbackOnly()) {
                return Mono.empty();
            }
            scope.lifecycle().become(State.COMMITTING);
            return commands.run(connection, "RELEASE SAVEPOINT " + name)
                    .doOnSuccess(released -> scope.lifecycle().become(State.COMMITTED))
                    .onErrorMap(scope::remembered);
        });
    }

    /**
     * After a statement that was not answered nobody knows how long the next one waits, so it waits for a moment only. A savepoint that
     * cannot be rolled back alone takes the transaction around it along.
     */
    private Mono<Void> end(TransactionScope outer, TransactionScope scope, String name, Runnable done) {
        if (scope.lifecycle().state().isFinal()) {
            return Mono.fromRunnable(done);
        }
        scope.lifecycle().abandon();
        Mono<Void> undone = scope.command(connection -> undo(outer, connection, "ROLLBACK TO SAVEPOINT " + name)
                .then(undo(outer, connection, "RELEASE SAVEPOINT " + name)));
        return (scope.isLost() ? recovery.settle(scope.connection(), undone, PATIENCE) : undone)
                .onErrorResume(error -> {
                    outer.remembered(error);
                    outer.doom("a savepoint in it could not be rolled back", error);
                    return Mono.empty();
                })
                .doFinally(signal -> done.run());
    }

    /** Where the transaction around it can only be rolled back, or was and has lost its connection to somebody else, nothing is sent. */
    private Mono<Void> undo(TransactionScope outer, Connection connection, String command) {
        return Mono.defer(() -> outer.refusal() == null ? commands.run(connection, command) : Mono.empty());
    }
}
