package dev.kindred.spring.transaction;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.MapperTransaction;
import dev.kindred.reactor.spi.TransactionBridge;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.ConnectionHolder;
import org.springframework.transaction.reactive.TransactionContext;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Shares transactions with Spring, in both directions:
 *
 * <ul>
 *   <li>In a transaction that a {@code ReactiveTransactionManager} has begun on the same {@code ConnectionFactory}, the
 *       mapper uses the connection of that transaction. {@code mapper.transactional(..)} is a savepoint in it.
 *   <li>In a transaction of the mapper, {@code DatabaseClient}, Spring Data repositories and {@code @Transactional}
 *       methods use the connection of the mapper.
 * </ul>
 *
 * <pre>{@code
 * ReactiveMapper mapper =
 *         ReactiveMapper.builder(connectionFactory, SpringTransactionBridge.of(connectionFactory)).build();
 * }</pre>
 *
 * <p>A mapper that fails in a way that would commit a part of its work makes the commit of Spring's transaction fail
 * with a {@link dev.kindred.error.TransactionException}, and the transaction is rolled back. Thread-safe.
 */
public final class SpringTransactionBridge implements TransactionBridge {

    private final ConnectionFactory factory;
    private final OtherTransactions others;
    private final Mono<AmbientTransaction> ambient;
    private final Mono<Connection> held;
    private final Mono<Connection> heldOutside;

    private SpringTransactionBridge(ConnectionFactory factory, OtherTransactions others) {
        this.factory = factory;
        this.others = others;
        this.ambient = Mono.deferContextual(context -> Mono.justOrEmpty(ambientOrNull(managerOrNull(context))));
        this.held = Mono.deferContextual(context -> Mono.justOrEmpty(heldOrNull(managerOrNull(context), false)));
        this.heldOutside = Mono.deferContextual(context -> Mono.justOrEmpty(heldOrNull(managerOrNull(context), true)));
    }

    /**
     * Returns a bridge to the transactions on {@code factory}: the object that the transaction manager and the
     * {@code DatabaseClient} have.
     */
    public static SpringTransactionBridge of(ConnectionFactory factory) {
        return new SpringTransactionBridge(Checks.notNull(factory, "factory"), new OtherTransactions(false));
    }

    /**
     * Returns a bridge that fails an operation outside the mapper's transactions while a transaction of another
     * {@code ConnectionFactory} is active: the operation would commit by itself. By default a warning is logged once.
     */
    public SpringTransactionBridge failingInOtherTransactions() {
        return new SpringTransactionBridge(factory, new OtherTransactions(true));
    }

    @Override
    public Mono<AmbientTransaction> ambient() {
        return ambient;
    }

    @Override
    public Mono<Connection> held(ConnectionRequest request) {
        return request.transaction() == null ? heldOutside : held;
    }

    @Override
    public boolean isOutside(ContextView context) {
        return managerOrNull(context) == null;
    }

    @Override
    public <T> Mono<T> within(MapperTransaction transaction, Mono<T> work) {
        return Mono.defer(() -> new JoinableTransaction(factory, transaction).run(work));
    }

    private static @Nullable TransactionSynchronizationManager managerOrNull(ContextView context) {
        @Nullable TransactionContext known = context.getOrDefault(TransactionContext.class, null);
        return known == null || !known.isActualTransactionActive()
                ? null
                : new TransactionSynchronizationManager(known);
    }

    private @Nullable AmbientTransaction ambientOrNull(@Nullable TransactionSynchronizationManager manager) {
        if (manager == null) {
            return null;
        }
        @Nullable Object resource = manager.getResource(factory);
        if (resource instanceof MapperConnectionHolder own) {
            return own.managed();
        }
        if (!(resource instanceof ConnectionHolder holder)) {
            return null;
        }
        SpringTransaction transaction = SpringTransaction.of(manager, this, holder);
        return transaction.isBegun() ? transaction : null;
    }

    /**
     * Returns the connection of a transaction of Spring that has ended, or null. Reports an operation outside the
     * mapper's transactions if Spring has begun none on this factory.
     */
    private @Nullable Connection heldOrNull(@Nullable TransactionSynchronizationManager manager, boolean isOutside) {
        if (manager == null) {
            return null;
        }
        @Nullable Object resource = manager.getResource(factory);
        if (resource instanceof MapperConnectionHolder) {
            return null;
        }
        if (resource instanceof ConnectionHolder holder && !holder.isSynchronizedWithTransaction()) {
            return SpringTransaction.of(manager, this, holder).leaseOrNull();
        }
        if (isOutside) {
            others.report(manager, factory);
        }
        return null;
    }
}
