package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.spi.MapperTransaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import reactor.core.publisher.Mono;

/**
 * A transaction of the mapper that a framework joins. Thread-safe.
 *
 * @param scope the outermost scope
 * @param connection the connection for others
 */
record SharedTransaction(TransactionScope scope, Connection connection) implements MapperTransaction {

    /** Shares {@code scope}, whose connection {@code source} has supplied. */
    static SharedTransaction of(ConnectionSource source, TransactionScope scope) {
        return new SharedTransaction(scope, new SharedConnection(source, scope));
    }

    @Override
    public TransactionOptions options() {
        return scope.whole().options();
    }

    @Override
    public void rolledBackToSavepoint() {
        scope.whole().rolledBackToSavepoint();
    }

    @Override
    public void afterCommit(Mono<?> action) {
        scope.afterCommit(action);
    }

    @Override
    public void afterRollback(Mono<?> action) {
        scope.afterRollback(action);
    }

    @Override
    public void setRollbackOnly() {
        scope.setRollbackOnly();
    }

    @Override
    public boolean isRollbackOnly() {
        return scope.isRollbackOnly();
    }
}
