package dev.kindred.spring.transaction;

import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.MapperTransaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A transaction that {@link KindredTransactionManager} has begun, as mappers find it. Thread-safe. */
final class ManagedTransaction extends AmbientTransaction {

    private final MapperTransaction transaction;
    private final Runnable rollbackOnly;
    private volatile boolean ended;

    ManagedTransaction(MapperTransaction transaction, Runnable rollbackOnly) {
        this.transaction = transaction;
        this.rollbackOnly = rollbackOnly;
    }

    /** Refuses statements from now on, and completes when none is about to be sent. */
    Mono<Void> end() {
        return Mono.defer(() -> {
            refuse();
            return quiet();
        });
    }

    /** Refuses statements from now on. */
    void refuse() {
        ended = true;
    }

    @Override
    public Connection connection() {
        return transaction.connection();
    }

    @Override
    public boolean isActive() {
        return !ended;
    }

    @Override
    public void setRollbackOnly() {
        rollbackOnly.run();
    }

    @Override
    public TransactionOptions options() {
        return transaction.options();
    }

    @Override
    public boolean onEnd(Function<Outcome, Mono<Void>> action) {
        transaction.afterCommit(Mono.defer(() -> action.apply(Outcome.COMMITTED)));
        transaction.afterRollback(Mono.defer(() -> action.apply(Outcome.ROLLED_BACK)));
        return true;
    }
}
