package dev.kindred.spring.transaction;

import dev.kindred.error.TransactionException;
import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.r2dbc.connection.ConnectionHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A transaction that a transaction manager of Spring has begun. Bound to the synchronization manager while it is not
 * suspended. Thread-safe.
 */
final class SpringTransaction extends AmbientTransaction implements TransactionSynchronization, Ordered {

    private final TransactionSynchronizationManager manager;
    private final Object key;
    private final ConnectionHolder holder;
    private final Connection connection;
    private final TransactionOptions options;
    private final AtomicBoolean leased = new AtomicBoolean();
    private final List<Function<Outcome, Mono<Void>>> actions = new CopyOnWriteArrayList<>();
    private volatile boolean ended;
    private volatile boolean rollbackOnly;

    private SpringTransaction(TransactionSynchronizationManager manager, Object key, ConnectionHolder holder) {
        this.manager = manager;
        this.key = key;
        this.holder = holder;
        this.connection = holder.getConnection();
        this.options = optionsOf(manager);
    }

    /** Returns the transaction on the connection of {@code holder}, the same object until it ends. */
    static SpringTransaction of(TransactionSynchronizationManager manager, Object key, ConnectionHolder holder) {
        synchronized (holder) {
            @Nullable Object known = manager.getResource(key);
            if (known instanceof SpringTransaction transaction && transaction.holder == holder) {
                return transaction;
            }
            if (known != null) {
                manager.unbindResource(key);
            }
            SpringTransaction transaction = new SpringTransaction(manager, key, holder);
            manager.bindResource(key, transaction);
            if (manager.isSynchronizationActive()) {
                manager.registerSynchronization(transaction);
            }
            return transaction;
        }
    }

    private static TransactionOptions optionsOf(TransactionSynchronizationManager manager) {
        TransactionOptions options = TransactionOptions.defaults();
        @Nullable Integer level = manager.getCurrentTransactionIsolationLevel();
        if (level != null) {
            options = switch (level) {
                case TransactionDefinition.ISOLATION_REPEATABLE_READ -> options.isolation(Isolation.REPEATABLE_READ);
                case TransactionDefinition.ISOLATION_SERIALIZABLE -> options.isolation(Isolation.SERIALIZABLE);
                default -> options;
            };
        }
        return manager.isCurrentTransactionReadOnly() ? options.readOnly() : options;
    }

    /** Returns whether BEGIN was answered, and COMMIT or ROLLBACK was not. */
    boolean isBegun() {
        try {
            return !connection.isAutoCommit();
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    /** Returns the connection after the end of the transaction, if no one uses it, else null. */
    @Nullable
    Connection leaseOrNull() {
        return !isBegun() && leased.compareAndSet(false, true)
                ? new LeasedConnection(connection, () -> leased.set(false))
                : null;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean isActive() {
        return !ended;
    }

    @Override
    public void setRollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public TransactionOptions options() {
        return options;
    }

    @Override
    public boolean onEnd(Function<Outcome, Mono<Void>> action) {
        return actions.add(action);
    }

    @Override
    public Mono<Void> suspend() {
        return Mono.fromRunnable(() -> manager.unbindResourceIfPossible(key));
    }

    @Override
    public Mono<Void> resume() {
        return Mono.fromRunnable(() -> manager.bindResource(key, this));
    }

    /** Spring rolls back after this error. An exception of Spring's own would make it skip the rollback. */
    @Override
    public Mono<Void> beforeCommit(boolean readOnly) {
        return Mono.defer(() -> rollbackOnly
                ? Mono.error(new TransactionException(
                        "An operation of the mapper in the transaction was cancelled, got no answer, or has set"
                                + " rollback-only, so the transaction is rolled back.",
                        null))
                : Mono.empty());
    }

    @Override
    public Mono<Void> beforeCompletion() {
        return Mono.defer(() -> {
            ended = true;
            return quiet();
        });
    }

    @Override
    public Mono<Void> afterCompletion(int status) {
        Outcome outcome = switch (status) {
            case STATUS_COMMITTED -> Outcome.COMMITTED;
            case STATUS_ROLLED_BACK -> Outcome.ROLLED_BACK;
            default -> Outcome.UNKNOWN;
        };
        return Flux.fromIterable(actions)
                .concatMap(action -> action.apply(outcome))
                .then()
                .doFinally(signal -> manager.unbindResourceIfPossible(key));
    }

    /** After the synchronizations of others, which may use the mapper. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
