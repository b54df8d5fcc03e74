package dev.kindred.spring.transaction;

import dev.kindred.error.TransactionException;
import dev.kindred.reactor.spi.MapperTransaction;
import dev.kindred.reactor.transaction.Isolation;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionContext;
import org.springframework.transaction.reactive.TransactionContextManager;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** A transaction of the mapper that Spring joins. For one run of its work. */
final class JoinableTransaction {

    private final ConnectionFactory factory;
    private final MapperTransaction transaction;
    private final MapperConnectionHolder holder;
    private final Context spring;
    private final TransactionSynchronizationManager manager;

    JoinableTransaction(ConnectionFactory factory, MapperTransaction transaction) {
        this.factory = factory;
        this.transaction = transaction;
        this.holder = MapperConnectionHolder.of(transaction);
        this.spring = TransactionContextManager.getOrCreateContext()
                .apply(TransactionContextManager.getOrCreateContextHolder().apply(Context.empty()));
        this.manager = new TransactionSynchronizationManager(spring.get(TransactionContext.class));
    }

    /** Returns the transaction whose work has {@code context}, or null. */
    static @Nullable MapperTransaction transactionOrNull(ContextView context) {
        @Nullable JoinableTransaction found = context.getOrDefault(JoinableTransaction.class, null);
        return found == null ? null : found.transaction;
    }

    /** Returns {@code work} in a new context of Spring, which has the connection of the transaction. */
    <T> Mono<T> run(Mono<T> work) {
        bind();
        return work.materialize()
                .flatMap(
                        end -> end.isOnError() ? Mono.just(end) : beforeCommit().thenReturn(end))
                .flatMap(end -> each(TransactionSynchronization::beforeCompletion)
                        .onErrorComplete()
                        .thenReturn(end))
                .<T>dematerialize()
                .doOnSuccess(value -> atEnd())
                .doOnError(error -> atEnd())
                .doOnCancel(this::atEnd)
                .contextWrite(context -> context.putAll(spring.readOnly()).put(JoinableTransaction.class, this));
    }

    private void bind() {
        manager.bindResource(factory, holder);
        manager.initSynchronization();
        manager.setActualTransactionActive(true);
        manager.setCurrentTransactionReadOnly(transaction.options().isReadOnly());
        manager.setCurrentTransactionIsolationLevel(level(transaction.options().isolation()));
    }

    private static @Nullable Integer level(@Nullable Isolation isolation) {
        if (isolation == null) {
            return null;
        }
        return switch (isolation) {
            case READ_COMMITTED -> TransactionDefinition.ISOLATION_READ_COMMITTED;
            case REPEATABLE_READ -> TransactionDefinition.ISOLATION_REPEATABLE_READ;
            case SERIALIZABLE -> TransactionDefinition.ISOLATION_SERIALIZABLE;
        };
    }

    private Mono<Void> beforeCommit() {
        return Mono.defer(() -> {
            if (holder.isRollbackOnly()) {
                return Mono.error(new TransactionException(
                        "A @Transactional method or a TransactionalOperator in the transaction of the mapper has failed"
                                + " or has set rollback-only, so the whole transaction is rolled back.",
                        null));
            }
            return each(synchronization -> synchronization.beforeCommit(manager.isCurrentTransactionReadOnly()));
        });
    }

    private Mono<Void> each(Function<TransactionSynchronization, Mono<Void>> callback) {
        return Flux.fromIterable(manager.getSynchronizations())
                .concatMap(callback)
                .then();
    }

    /** Lends the connection no more, and registers what Spring's synchronizations run after the end. */
    private void atEnd() {
        holder.end();
        if (manager.getSynchronizations().isEmpty()) {
            return;
        }
        transaction.afterCommit(each(TransactionSynchronization::afterCommit)
                .then(each(callback -> callback.afterCompletion(TransactionSynchronization.STATUS_COMMITTED))));
        transaction.afterRollback(
                each(callback -> callback.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK)));
    }
}
