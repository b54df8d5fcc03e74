package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.MapperException;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.transaction.TransactionScope.State;
import dev.kindred.reactor.spi.ConnectionSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Runs work in a transaction: BEGIN, the work with the transaction in its Context, COMMIT, and only then the result. Thread-safe.
 */
public final class Transactions {

    private final ConnectionSource source;
    private final SqlCommands commands;
    private final ConnectionRecovery recovery;

    /** Takes connections from {@code source}. */
    public Transactions(ConnectionSource source, SqlCommands commands, ConnectionRecovery recovery) {
        this.source = source;
        this.commands = commands;
        this.recovery = recovery;
    }

    /** Runs {@code work} in a transaction, or in a savepoint when its Context has a transaction. */
    public <T> Mono<T> execute(Mono<T> work) {
        return Mono.deferContextual(context -> {
            @Nullable TransactionScope outer = TransactionScope.from(context, source);
            return outer == null ? transaction(work) : savepoint(outer, work);
        });
    }

    private <T> Mono<T> transaction(Mono<T> work) {
        return Mono.usingWhen(
                source.acquire().map(connection -> TransactionScope.root(source, connection)),
                scope -> begin(scope).then(within(scope, work, this::commit)),
                this::end,
                (scope, error) -> end(scope),
                scope -> {
                    scope.doom("its subscriber has cancelled it", null);
                    return recovered(scope);
                });
    }

    /** The work's value is held back until {@code finish}, so that nothing is shown that is not kept. */
    private static <T> Mono<T> within(
            TransactionScope scope, Mono<T> work, Function<TransactionScope, Mono<Void>> finish) {
        return work.contextWrite(scope::in)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(result -> finish.apply(scope).then(Mono.justOrEmpty(result)));
    }

    private Mono<Void> begin(TransactionScope scope) {
        Mono<Void> begin = scope.command(connection -> commands.run(connection, "BEGIN"));
        return scope.connection().isAutoCommit()
                ? begin
                : scope.command(connection -> commands.run(connection, "ROLLBACK"))
                        .then(begin);
    }

    private Mono<Void> commit(TransactionScope scope) {
        return scope.command(connection -> {
            @Nullable TransactionException refusal = scope.refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            scope.become(State.ENDING);
            return commands.commit(connection)
                    .doOnSuccess(done -> scope.become(State.COMMITTED))
                    .onErrorMap(error -> commitFailed(scope, error));
        });
    }

    private static MapperException commitFailed(TransactionScope scope, Throwable error) {
        if (error instanceof StatementException refused) {
            scope.become(State.ROLLED_BACK);
            @Nullable Throwable first = scope.failure();
            return first == null
                    ? refused
                    : new TransactionException(
                            "The transaction was rolled back, since a statement of it had failed before COMMIT.",
                            first);
        }
        scope.become(State.UNKNOWN);
        return new TransactionOutcomeUnknownException(
                "The connection was lost before COMMIT was answered: the transaction is committed as a whole or rolled back as a"
                        + " whole. Look whether its rows are there before doing the work again.",
                error);
    }

    private Mono<Void> end(TransactionScope scope) {
        return switch (scope.state()) {
            case COMMITTED, ROLLED_BACK -> recovery.release(scope.connection());
            case UNKNOWN -> recovery.discard(scope.connection());
            case ACTIVE, ENDING -> scope.isUnclear() ? recovered(scope) : rolledBack(scope);
        };
    }

    private Mono<Void> rolledBack(TransactionScope scope) {
        scope.become(State.ROLLED_BACK);
        return scope.command(connection -> commands.run(connection, "ROLLBACK"))
                .then(Mono.defer(() -> recovery.release(scope.connection())))
                .onErrorResume(error -> recovery.discard(scope.connection()));
    }

    private Mono<Void> recovered(TransactionScope scope) {
        if (scope.state() == State.COMMITTED || scope.state() == State.ROLLED_BACK) {
            return recovery.release(scope.connection());
        }
        scope.become(State.ROLLED_BACK);
        return recovery.recover(scope.connection());
    }

    private <T> Mono<T> savepoint(TransactionScope outer, Mono<T> work) {
        String name = outer.nextSavepoint();
        return outer.exclusively(done -> Mono.usingWhen(
                Mono.fromSupplier(() -> TransactionScope.nested(outer)),
                scope -> scope.command(connection -> commands.run(connection, "SAVEPOINT " + name))
                        .then(within(scope, work, finished -> releaseSavepoint(finished, name))),
                scope -> endSavepoint(scope, name, done),
                (scope, error) -> endSavepoint(scope, name, done),
                scope -> endSavepoint(scope, name, done)));
    }

    private Mono<Void> releaseSavepoint(TransactionScope scope, String name) {
        return scope.command(connection -> {
                    @Nullable TransactionException refusal = scope.refusal();
                    return refusal == null
                            ? commands.run(connection, "RELEASE SAVEPOINT " + name)
                            : Mono.error(refusal);
                })
                .doOnSuccess(released -> scope.become(State.COMMITTED));
    }

    /** A savepoint in which something is unclear cannot be rolled back alone, so the transaction around it must be. */
    private Mono<Void> endSavepoint(TransactionScope scope, String name, Runnable done) {
        if (scope.state() == State.COMMITTED) {
            return Mono.fromRunnable(done);
        }
        scope.become(State.ROLLED_BACK);
        return scope.command(connection -> commands.run(connection, "ROLLBACK TO SAVEPOINT " + name)
                        .then(commands.run(connection, "RELEASE SAVEPOINT " + name)))
                .onErrorResume(error -> {
                    doomParent(scope, error);
                    return Mono.empty();
                })
                .doFinally(signal -> done.run());
    }

    private static void doomParent(TransactionScope scope, Throwable error) {
        @Nullable TransactionScope parent = scope.parent();
        if (parent != null) {
            parent.doom("a savepoint in it could not be rolled back", error);
        }
    }
}
