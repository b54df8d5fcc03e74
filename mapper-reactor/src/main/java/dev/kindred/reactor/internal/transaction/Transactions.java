package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.MapperException;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.reactor.internal.connection.AcquireRequest;
import dev.kindred.reactor.internal.connection.Bounded;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.FactoryConnectionSource;
import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.PoolTraits;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.transaction.TransactionLifecycle.State;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Runs work in a transaction: BEGIN, the work with the transaction in its Context, COMMIT, and only then the result. Thread-safe.
 */
public final class Transactions {

    private final ConnectionSource source;
    private final SqlCommands commands;
    private final ConnectionRecovery recovery;
    private final Savepoints savepoints;
    private final Duration timeout;
    private final String localSettings;

    /** How many transactions run beside others, for each level of nesting, so that those of one level wait for deeper ones only. */
    private final Map<Integer, Gate> beside = new ConcurrentHashMap<>();

    /** Takes connections from {@code source}; lets work take as long as {@code timeout} when it says nothing of that itself. */
    public Transactions(ConnectionSource source, SqlCommands commands, ConnectionRecovery recovery, Duration timeout) {
        this.source = source;
        this.commands = commands;
        this.recovery = recovery;
        this.savepoints = new Savepoints(commands, recovery);
        this.timeout = timeout;
        @Nullable PoolTraits traits = FactoryConnectionSource.traitsOrNull(source);
        this.localSettings = traits == null ? "" : traits.localSettings();
    }

    /**
     * Runs {@code work} of the mapper's own in a transaction, or in a savepoint when its Context has a transaction. It may be run again: a
     * failure that comes of prepared statements only is not shown.
     */
    public <T> Mono<T> execute(Mono<T> work) {
        return Retries.ofStale(execute(work, TransactionOptions.defaults()), source.capacity());
    }

    /** Runs {@code work} in a transaction with {@code options}, or in a savepoint when its Context has a transaction. */
    public <T> Mono<T> execute(Mono<T> work, TransactionOptions options) {
        return Mono.deferContextual(context -> {
            @Nullable TransactionScope outer = current(context);
            return outer == null
                    ? Handover.of(Retries.of(transaction(work, options, AcquireRequest.of(options), 0), options))
                    : savepoints.execute(outer, bounded(work, options.timeout()), options);
        });
    }

    /** Runs {@code work} in a transaction of its own on a connection of its own, whatever transaction its Context has. */
    public <T> Mono<T> executeNew(Mono<T> work, TransactionOptions options) {
        return Mono.deferContextual(context -> {
            @Nullable TransactionScope outer = current(context);
            if (outer == null) {
                return execute(work, options);
            }
            int depth = outer.depth() + 1;
            Gate gate = beside.computeIfAbsent(depth, level -> new Gate(source.capacity()));
            return Handover.of(gate.hold(
                    left -> Retries.of(transaction(work, options, AcquireRequest.nested(options), depth), options)
                            .doFinally(signal -> left.run())));
        });
    }

    /** Returns the transaction, or the savepoint, that {@code context} carries, or null. */
    public @Nullable TransactionScope current(ContextView context) {
        return TransactionScope.from(context, source);
    }

    private <T> Mono<T> transaction(Mono<T> work, TransactionOptions options, AcquireRequest request, int depth) {
        return Mono.defer(() -> {
            Duration limit = options.timeout() == null ? timeout : options.timeout();
            TransactionCallbacks callbacks = new TransactionCallbacks(limit);
            TransactionScope.Start start = new TransactionScope.Start(source, options, callbacks, depth);
            return Mono.usingWhen(
                            source.acquire(request).map(connection -> scopeOn(connection, start)),
                            scope -> begin(scope).then(within(scope, bounded(work, limit), this::commit)),
                            this::end,
                            (scope, error) -> end(scope),
                            scope -> cancelled(scope).then(callbacks.run().onErrorComplete()))
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .onErrorResume(error -> callbacks
                            .run()
                            .onErrorResume(failure -> {
                                if (failure != error) {
                                    error.addSuppressed(failure);
                                }
                                return Mono.empty();
                            })
                            .then(Mono.error(error)))
                    .flatMap(result -> callbacks.run().then(Mono.justOrEmpty(result)));
        });
    }

    /** The scope of a foreign transaction has ended before it begins, so that nothing is sent on its connection, not even a ROLLBACK. */
    private TransactionScope scopeOn(Connection connection, TransactionScope.Start start) {
        TransactionScope scope = TransactionScope.root(start, connection);
        if (recovery.isForeign(connection)) {
            scope.lifecycle().abandon();
        }
        return scope;
    }

    private static <T> Mono<T> bounded(Mono<T> work, @Nullable Duration timeout) {
        return timeout == null
                ? work
                : Bounded.within(
                        timeout,
                        work,
                        () -> new TransactionException(
                                "The work of the transaction took longer than " + timeout
                                        + ", so it was cancelled and is rolled back. Do less in one transaction, or allow it more time.",
                                null));
    }

    /** The work's value is held back until {@code finish}, so that nothing is shown that is not kept. */
    static <T> Mono<T> within(TransactionScope scope, Mono<T> work, Function<TransactionScope, Mono<Void>> finish) {
        return Guarded.of(work, scope::onWork)
                .contextWrite(scope::in)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(result -> finish.apply(scope).then(Mono.justOrEmpty(result)));
    }

    private Mono<Void> begin(TransactionScope scope) {
        if (scope.lifecycle().state().isFinal()) {
            return Mono.error(ConnectionRecovery.foreignTransaction());
        }
        String text = BeginCommand.of(scope.options()) + localSettings;
        Mono<Void> begin = scope.command(connection -> commands.run(connection, text));
        Mono<Void> clean =
                commands.isInTransaction(scope.connection()) ? rollback(scope).then(begin) : begin;
        return clean.onErrorMap(scope::remembered);
    }

    private Mono<Void> commit(TransactionScope scope) {
        return scope.command(connection -> {
            @Nullable TransactionException refusal = scope.refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            if (scope.isRollbackOnly()) {
                return recovery.rollback(connection)
                        .doOnSuccess(done -> scope.lifecycle().become(State.ROLLED_BACK))
                        .onErrorMap(scope::remembered);
            }
            boolean open = commands.isInTransaction(connection);
            scope.lifecycle().become(State.COMMITTING);
            Mono<Void> commit = open
                    ? commands.commit(connection)
                    : Mono.error(new IllegalStateException("The transaction has ended before its COMMIT was sent"));
            return commit.doOnSuccess(done -> scope.lifecycle().become(State.COMMITTED))
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
                "The connection was lost before COMMIT was answered: the transaction is committed as a whole or rolled back as a"
                        + " whole. Look whether its rows are there before doing the work again.",
                error);
    }

    private Mono<Void> end(TransactionScope scope) {
        return switch (scope.lifecycle().state()) {
            case COMMITTED -> recovery.release(scope.connection(), scope.wear());
            case ROLLED_BACK ->
                scope.isUnclear() ? recovered(scope) : recovery.release(scope.connection(), scope.wear());
            case UNKNOWN -> recovery.discard(scope.connection());
            case ACTIVE, COMMITTING -> {
                scope.lifecycle().abandon();
                yield scope.isUnclear() ? recovered(scope) : rolledBack(scope);
            }
        };
    }

    private Mono<Void> rolledBack(TransactionScope scope) {
        return rollback(scope)
                .then(Mono.defer(() -> recovery.release(scope.connection(), scope.wear())))
                .onErrorResume(error -> recovery.discard(scope.connection()));
    }

    /** A statement may be about to be sent, which a ROLLBACK must not overtake: BEGIN would outlive it. */
    private Mono<Void> recovered(TransactionScope scope) {
        return recovery.recover(scope.connection(), rollback(scope), scope.wear());
    }

    private Mono<Void> rollback(TransactionScope scope) {
        return scope.command(recovery::rollback);
    }

    private Mono<Void> cancelled(TransactionScope scope) {
        scope.doom("its subscriber has cancelled it", null);
        boolean ended = scope.lifecycle().state().isFinal();
        scope.lifecycle().abandon();
        return ended && !scope.isUnclear() ? recovery.release(scope.connection(), scope.wear()) : recovered(scope);
    }
}
