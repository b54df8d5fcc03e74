package dev.kindred.spring.transaction;

import dev.kindred.error.MapperException;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.ConnectionHolder;
import org.springframework.transaction.HeuristicCompletionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Spring's rules of propagation over transactions of the mapper. Thread-safe. */
final class TransactionSteps extends AbstractReactiveTransactionManager {

    private static final long serialVersionUID = 1L;

    /** The SQLSTATE of the driver for a COMMIT that the server answered by ROLLBACK. */
    private static final String ANSWERED_BY_ROLLBACK = "99999";

    private final transient ReactiveMapper mapper;
    private final transient ConnectionFactory factory;

    TransactionSteps(ReactiveMapper mapper, ConnectionFactory factory) {
        this.mapper = mapper;
        this.factory = factory;
    }

    @Override
    protected Object doGetTransaction(TransactionSynchronizationManager manager) {
        @Nullable Object resource = manager.getResource(factory);
        if (resource instanceof ConnectionHolder && !(resource instanceof MapperConnectionHolder)) {
            throw new IllegalTransactionStateException(
                    "Another transaction manager has begun a transaction on this ConnectionFactory. Use one transaction"
                            + " manager for each ConnectionFactory.");
        }
        return new TransactionObject((MapperConnectionHolder) resource);
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return ((TransactionObject) transaction).holder != null;
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager manager, Object transaction, TransactionDefinition definition) {
        TransactionObject object = (TransactionObject) transaction;
        @Nullable MapperConnectionHolder outer = object.holder;
        if (outer != null && definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_NESTED) {
            return outer.createSavepoint()
                    .doOnNext(name -> object.savepoint = name)
                    .then();
        }
        return HeldTransaction.begin(mapper, options(definition))
                .doOnNext(held -> {
                    MapperConnectionHolder holder = MapperConnectionHolder.of(held);
                    object.holder = holder;
                    manager.bindResource(factory, holder);
                })
                .then();
    }

    private static TransactionOptions options(TransactionDefinition definition) {
        TransactionOptions options = TransactionOptions.defaults();
        @Nullable Isolation isolation = isolation(definition.getIsolationLevel());
        if (isolation != null) {
            options = options.isolation(isolation);
        }
        if (definition.isReadOnly()) {
            options = options.readOnly();
        }
        int timeout = definition.getTimeout();
        return timeout > 0 ? options.timeout(Duration.ofSeconds(timeout)) : options;
    }

    /** In PostgreSQL, READ UNCOMMITTED is READ COMMITTED (PostgreSQL manual, section 13.2). */
    private static @Nullable Isolation isolation(int level) {
        return switch (level) {
            case TransactionDefinition.ISOLATION_READ_UNCOMMITTED, TransactionDefinition.ISOLATION_READ_COMMITTED ->
                Isolation.READ_COMMITTED;
            case TransactionDefinition.ISOLATION_REPEATABLE_READ -> Isolation.REPEATABLE_READ;
            case TransactionDefinition.ISOLATION_SERIALIZABLE -> Isolation.SERIALIZABLE;
            default -> null;
        };
    }

    @Override
    protected Mono<Object> doSuspend(TransactionSynchronizationManager manager, Object transaction) {
        return Mono.defer(() -> {
            ((TransactionObject) transaction).holder = null;
            return Mono.justOrEmpty(manager.unbindResource(factory));
        });
    }

    @Override
    protected Mono<Void> doResume(
            TransactionSynchronizationManager manager, @Nullable Object transaction, Object suspendedResources) {
        return Mono.fromRunnable(() -> manager.bindResource(factory, suspendedResources));
    }

    @Override
    protected Mono<Void> doCommit(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.defer(() -> {
            TransactionObject object = object(status);
            if (object.savepoint != null) {
                return object.holder().releaseSavepoint(object.savepoint);
            }
            MapperConnectionHolder holder = object.holder();
            Mono<Void> end =
                    holder.isRollbackOnly() ? holder.rollback().then(Mono.error(rolledBack())) : holder.commit();
            return end.doOnTerminate(() -> unbind(manager, holder)).onErrorMap(TransactionSteps::ofCommit);
        });
    }

    /** The mapper may translate its errors. */
    private static Throwable ofCommit(Throwable error) {
        @Nullable Throwable failure = error instanceof MapperException ? error : error.getCause();
        if (failure instanceof TransactionOutcomeUnknownException) {
            return new HeuristicCompletionException(HeuristicCompletionException.STATE_UNKNOWN, failure);
        }
        return failure instanceof StatementException refused
                        && refused.sqlState().equals(ANSWERED_BY_ROLLBACK)
                ? new UnexpectedRollbackException(
                        "The transaction was rolled back: a statement in it failed, and the error was handled.",
                        refused)
                : error;
    }

    private static UnexpectedRollbackException rolledBack() {
        return new UnexpectedRollbackException(
                "The transaction was rolled back: an operation in it failed, was cancelled, or has set rollback-only.");
    }

    @Override
    protected Mono<Void> doRollback(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.defer(() -> {
            TransactionObject object = object(status);
            MapperConnectionHolder holder = object.holder();
            @Nullable String savepoint = object.savepoint;
            return savepoint == null
                    ? holder.rollback().doOnTerminate(() -> unbind(manager, holder))
                    : holder.rollbackTo(savepoint).then(holder.releaseSavepoint(savepoint));
        });
    }

    @Override
    protected Mono<Void> doSetRollbackOnly(
            TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.fromRunnable(() -> object(status).holder().setRollbackOnly());
    }

    /** Callbacks after the end find no connection of the transaction and get one of their own. */
    private void unbind(TransactionSynchronizationManager manager, MapperConnectionHolder holder) {
        if (manager.getResource(factory) == holder) {
            manager.unbindResource(factory);
            OtherTransactions.ended(manager, factory);
        }
    }

    @Override
    protected Mono<Void> doCleanupAfterCompletion(TransactionSynchronizationManager manager, Object transaction) {
        return Mono.fromRunnable(() -> OtherTransactions.forget(manager));
    }

    private static TransactionObject object(GenericReactiveTransaction status) {
        return (TransactionObject) status.getTransaction();
    }

    /** The holder of a transaction, and the savepoint if it is nested. */
    private static final class TransactionObject {

        private @Nullable MapperConnectionHolder holder;
        private @Nullable String savepoint;

        TransactionObject(@Nullable MapperConnectionHolder holder) {
            this.holder = holder;
        }

        MapperConnectionHolder holder() {
            if (holder == null) {
                throw new IllegalTransactionStateException("The transaction has no connection");
            }
            return holder;
        }
    }
}
