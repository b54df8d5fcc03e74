package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.DriverConnection;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.AmbientTransaction.Outcome;
import dev.kindred.reactor.spi.ConnectionSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The state of an ambient transaction: whether it has ended, and which scopes are told. Thread-safe. */
final class Ambient {

    private final AmbientTransaction transaction;
    private @Nullable Boolean watched;

    Ambient(AmbientTransaction transaction) {
        this.transaction = transaction;
    }

    AmbientTransaction transaction() {
        return transaction;
    }

    /** Returns the number of savepoints so far. Mappers of unequal sources share it, so that each name is used once. */
    AtomicInteger savepoints() {
        return transaction.attachment(Ambient.class, AtomicInteger::new);
    }

    /** Returns the number of rollbacks of the owner to a savepoint: those that it tells, and those that a pool sees. */
    int savepointRollbacks() {
        return transaction.savepointRollbacks() + DriverConnection.savepointRollbacks(transaction.connection());
    }

    /**
     * Returns whether statements are refused from now on. Asks the driver too: on an idle connection a statement would
     * commit by itself.
     */
    boolean hasEnded() {
        return !transaction.isActive() || DriverConnection.isIdle(transaction.connection());
    }

    /** Makes the owner roll back. The callers handle a cancel or an error, so an exception of the owner is dropped. */
    void setRollbackOnly() {
        try {
            transaction.setRollbackOnly();
        } catch (Throwable thrown) {
            Handover.drop(thrown, Context.empty());
        }
    }

    /** Lets {@code scope} end together with the transaction, and returns whether the source tells the end. */
    synchronized boolean watch(TransactionScope scope, ConnectionSource source) {
        @Nullable Boolean known = watched;
        if (known == null) {
            known = transaction.onEnd(outcome -> ended(scope, source, outcome));
            watched = known;
        }
        return known;
    }

    /** The Context may still have the transaction. The callbacks run outside of it. */
    private Mono<Void> ended(TransactionScope scope, ConnectionSource source, Outcome outcome) {
        scope.lifecycle().end(outcome);
        TransactionContext outside = new TransactionContext(null, transaction);
        return scope.whole().callbacks().run().contextWrite(context -> outside.in(context, source));
    }
}
