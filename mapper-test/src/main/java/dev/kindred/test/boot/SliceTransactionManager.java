package dev.kindred.test.boot;

import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Runs {@code @Transactional} methods of a {@link DataKindredTest} as savepoints in the transaction of the test, which
 * is rolled back with their effects. Thread-safe.
 */
final class SliceTransactionManager extends AbstractReactiveTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient SliceTransactions transactions;
    private final AtomicInteger savepoints = new AtomicInteger();

    SliceTransactionManager(SliceTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    protected Object doGetTransaction(TransactionSynchronizationManager manager) {
        return new Savepoint((@Nullable Savepoint) manager.getResource(this));
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return ((Savepoint) transaction).outer != null;
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager manager, Object transaction, TransactionDefinition definition) {
        Savepoint savepoint = (Savepoint) transaction;
        return transactions
                .ambient()
                .switchIfEmpty(Mono.error(() -> new IllegalTransactionStateException(
                        "A @Transactional method of a @DataKindredTest needs the transaction of a test, and no test"
                                + " runs. Use mapper.transactional(..) outside of tests.")))
                .flatMap(test -> {
                    savepoint.connection = test.connection();
                    savepoint.undone = test::rolledBackToSavepoint;
                    savepoint.name = "test_" + savepoints.incrementAndGet();
                    return Mono.from(test.connection().createSavepoint(savepoint.name));
                })
                .then(Mono.fromRunnable(() -> bind(manager, savepoint)));
    }

    private void bind(TransactionSynchronizationManager manager, Savepoint savepoint) {
        manager.unbindResourceIfPossible(this);
        manager.bindResource(this, savepoint);
    }

    @Override
    protected Mono<Object> doSuspend(TransactionSynchronizationManager manager, Object transaction) {
        return Mono.fromSupplier(() -> {
            ((Savepoint) transaction).outer = null;
            return manager.unbindResource(this);
        });
    }

    @Override
    protected Mono<Void> doResume(
            TransactionSynchronizationManager manager, @Nullable Object transaction, Object suspendedResources) {
        return Mono.fromRunnable(() -> bind(manager, (Savepoint) suspendedResources));
    }

    @Override
    protected Mono<Void> doCommit(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.defer(() -> savepoint(status).release());
    }

    @Override
    protected Mono<Void> doRollback(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.defer(() -> savepoint(status).rollback());
    }

    @Override
    protected Mono<Void> doSetRollbackOnly(
            TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.fromRunnable(() -> {
            @Nullable Savepoint outer = savepoint(status).outer;
            if (outer != null) {
                outer.rollbackOnly = true;
            }
        });
    }

    @Override
    protected Mono<Void> doCleanupAfterCompletion(TransactionSynchronizationManager manager, Object transaction) {
        return Mono.fromRunnable(() -> {
            manager.unbindResourceIfPossible(this);
            @Nullable Savepoint outer = ((Savepoint) transaction).outer;
            if (outer != null) {
                manager.bindResource(this, outer);
            }
        });
    }

    private static Savepoint savepoint(GenericReactiveTransaction status) {
        return (Savepoint) status.getTransaction();
    }

    /** A savepoint, and the one around it. */
    private static final class Savepoint {

        private @Nullable Savepoint outer;
        private @Nullable Connection connection;
        private Runnable undone = () -> {};
        private String name = "";
        private volatile boolean rollbackOnly;

        Savepoint(@Nullable Savepoint outer) {
            this.outer = outer;
        }

        private Connection connection() {
            if (connection == null) {
                throw new IllegalTransactionStateException("The savepoint was not created");
            }
            return connection;
        }

        /** A method that participates in this one, and has failed, rolls back all of it. */
        Mono<Void> release() {
            return rollbackOnly
                    ? rollback()
                            .then(Mono.error(new UnexpectedRollbackException(
                                    "A @Transactional method that participates in this one has failed.")))
                    : Mono.from(connection().releaseSavepoint(name));
        }

        Mono<Void> rollback() {
            return Mono.from(connection().rollbackTransactionToSavepoint(name))
                    .doOnTerminate(undone)
                    .then(Mono.defer(() -> Mono.from(connection().releaseSavepoint(name))));
        }
    }
}
