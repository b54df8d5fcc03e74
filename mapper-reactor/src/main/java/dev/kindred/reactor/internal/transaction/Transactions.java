package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.TransactionException;
import dev.kindred.reactor.internal.connection.AcquireRequest;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.FactoryConnectionSource;
import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.PoolTraits;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Runs work in a transaction: begins, runs the work with the transaction in its Context, commits, and then emits the
 * result. Thread-safe.
 */
public final class Transactions {

    private final ConnectionSource source;
    private final SqlCommands commands;
    private final ConnectionRecovery recovery;
    private final ConnectionSteps steps;
    private final CurrentTransaction current;
    private final Duration timeout;
    private final TransactionOptions ofOperation;

    /**
     * Bounds the transactions that run while another one waits, for each level of nesting. Those of one level wait for
     * deeper levels only.
     */
    private final Map<Integer, Gate> nesting = new ConcurrentHashMap<>();

    /**
     * Acquires connections from {@code source}. Work without a timeout of its own has {@code timeout}.
     *
     * @param ofOperation the options of a transaction that the mapper begins for one operation
     */
    public Transactions(
            ConnectionSource source,
            SqlCommands commands,
            ConnectionRecovery recovery,
            CurrentTransaction current,
            Duration timeout,
            TransactionOptions ofOperation) {
        this.source = source;
        this.commands = commands;
        this.recovery = recovery;
        this.current = current;
        this.ofOperation = ofOperation;
        this.timeout = timeout;
        @Nullable PoolTraits traits = FactoryConnectionSource.traitsOrNull(source);
        this.steps = new ConnectionSteps(commands, recovery, traits == null ? "" : traits.localSettings());
    }

    /**
     * Runs {@code work} of the mapper in a transaction, or in a savepoint if its Context has a transaction. Repeats it
     * if stale prepared statements were the only failure.
     */
    public <T> Mono<T> execute(Mono<T> work) {
        return Retries.ofStale(execute(work, ofOperation), source.capacity());
    }

    /** Runs {@code work} in a transaction with {@code options}, or in a savepoint if its Context has a transaction. */
    public <T> Mono<T> execute(Mono<T> work, TransactionOptions options) {
        return current.joined(Mono.deferContextual(context -> {
            @Nullable TransactionScope outer = current.in(context);
            return outer == null
                    ? Handover.of(Retries.of(transaction(work, AcquireRequest.of(options), options, 0), options))
                    : savepoint(outer, work, options);
        }));
    }

    /** Runs {@code work} in a transaction on a connection of its own, independent of the transaction in its Context. */
    public <T> Mono<T> executeNew(Mono<T> work, TransactionOptions options) {
        return current.joined(Mono.deferContextual(context -> {
            @Nullable TransactionScope outer = current.in(context);
            if (outer == null) {
                return execute(work, options);
            }
            int depth = outer.whole().depth() + 1;
            Gate gate = nesting.computeIfAbsent(depth, level -> new Gate(source.capacity()));
            return Handover.of(gate.hold(
                    left -> Retries.of(transaction(work, AcquireRequest.nested(options), options, depth), options)
                            .doFinally(signal -> left.run())));
        }));
    }

    /** Returns the transaction or savepoint of the subscriber, or completes empty. */
    public Mono<Transaction> current() {
        return current.joined(Mono.deferContextual(context -> Mono.justOrEmpty(current.in(context))));
    }

    private <T> Mono<T> transaction(Mono<T> work, AcquireRequest request, TransactionOptions options, int depth) {
        return Mono.deferContextual(context -> {
            Duration limit = options.timeout() == null ? timeout : options.timeout();
            TransactionCallbacks callbacks = new TransactionCallbacks(limit);
            WholeTransaction.Start start = new WholeTransaction.Start(
                    options,
                    callbacks,
                    depth,
                    TransactionContext.of(context, source).ambient());
            Mono<TransactionScope> begun = source.acquire(request)
                    .map(connection -> steps.scope(source, WholeTransaction.own(start, connection)));
            Mono<T> ended = Mono.usingWhen(
                    begun,
                    scope -> within(
                            scope, steps, bounded(source.within(SharedTransaction.of(source, scope), work), limit)),
                    steps::end,
                    (scope, error) -> steps.end(scope),
                    scope -> steps.cancelled(scope).then(callbacks.run().onErrorComplete()));
            return callbacks.after(ended);
        });
    }

    private <T> Mono<T> savepoint(TransactionScope outer, Mono<T> work, TransactionOptions options) {
        return isMisfit(outer.whole().options(), options)
                ? Mono.error(misfit())
                : outer.exclusively(done -> Mono.usingWhen(
                        Mono.fromSupplier(() -> new Savepoint(
                                TransactionScope.nested(outer), new SavepointSteps(commands, recovery, outer, done))),
                        savepoint -> within(savepoint.scope, savepoint.steps, bounded(work, options.timeout())),
                        Savepoint::end,
                        (savepoint, error) -> savepoint.end(),
                        Savepoint::cancelled));
    }

    /** The options of the outermost transaction hold for all of it. */
    private static boolean isMisfit(TransactionOptions outer, TransactionOptions inner) {
        boolean otherIsolation = inner.isolation() != null && !Objects.equals(inner.isolation(), outer.isolation());
        return otherIsolation || (inner.isReadOnly() && !outer.isReadOnly());
    }

    private static TransactionException misfit() {
        return new TransactionException(
                "A transaction inside another one is a savepoint, which cannot have its own isolation or"
                        + " read-only mode. Set them where the outermost transaction begins, or use requiresNew(..).",
                null);
    }

    private static <T> Mono<T> bounded(Mono<T> work, @Nullable Duration timeout) {
        return timeout == null
                ? work
                : TimeoutMono.within(
                        timeout,
                        work,
                        () -> new TransactionException(
                                "The work of the transaction took longer than " + timeout
                                        + ", so it was cancelled and is rolled back. Do less in one transaction,"
                                        + " or allow it more time.",
                                null));
    }

    /** Begins, runs {@code work} and commits. The value is held back until then, so only committed work is visible. */
    private static <T> Mono<T> within(TransactionScope scope, TransactionSteps steps, Mono<T> work) {
        return steps.begin(scope)
                .then(Guarded.of(work, scope::onWork)
                        .contextWrite(scope::in)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(result -> steps.commit(scope).then(Mono.justOrEmpty(result))));
    }

    private record Savepoint(TransactionScope scope, TransactionSteps steps) {

        Mono<Void> end() {
            return steps.end(scope);
        }

        Mono<Void> cancelled() {
            return steps.cancelled(scope);
        }
    }
}
