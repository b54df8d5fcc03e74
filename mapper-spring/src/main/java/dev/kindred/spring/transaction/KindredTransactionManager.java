package dev.kindred.spring.transaction;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import reactor.core.publisher.Mono;

/**
 * Runs {@code @Transactional} methods and {@code TransactionalOperator}s in transactions of a mapper. Propagation,
 * isolation, read-only and timeout are those of Spring. In addition to {@code R2dbcTransactionManager}:
 *
 * <ul>
 *   <li>A cancel at any time, also while BEGIN runs, leaves no open transaction on a pooled connection.
 *   <li>A lost answer to COMMIT is a {@link org.springframework.transaction.HeuristicCompletionException} with
 *       {@code STATE_UNKNOWN}. Its cause is a {@link dev.kindred.error.TransactionOutcomeUnknownException}.
 *   <li>The timeout ends the work. Without one, the mapper's transaction timeout applies.
 *   <li>Relations that were read before a rollback to a savepoint ({@code NESTED}) are read again.
 *   <li>Callbacks of {@link dev.kindred.reactor.transaction.Transaction#afterCommit} run after the connection was given
 *       back.
 * </ul>
 *
 * <p>If a participating method fails, the whole transaction is rolled back, and its commit is an
 * {@link org.springframework.transaction.UnexpectedRollbackException}. Thread-safe.
 */
public final class KindredTransactionManager implements ReactiveTransactionManager {

    private final TransactionSteps steps;

    private KindredTransactionManager(TransactionSteps steps) {
        this.steps = steps;
    }

    /**
     * Returns a manager that begins transactions with {@code mapper}.
     *
     * @param mapper a mapper with a {@link SpringTransactionBridge} to {@code connectionFactory}
     * @param connectionFactory the factory of the mapper and of the {@code DatabaseClient}
     */
    public static KindredTransactionManager of(ReactiveMapper mapper, ConnectionFactory connectionFactory) {
        return new KindredTransactionManager(new TransactionSteps(
                Checks.notNull(mapper, "mapper"), Checks.notNull(connectionFactory, "connectionFactory")));
    }

    @Override
    public Mono<ReactiveTransaction> getReactiveTransaction(@Nullable TransactionDefinition definition) {
        return new CancellableBegin(steps.getReactiveTransaction(definition));
    }

    @Override
    public Mono<Void> commit(ReactiveTransaction transaction) {
        return steps.commit(transaction);
    }

    @Override
    public Mono<Void> rollback(ReactiveTransaction transaction) {
        return steps.rollback(transaction);
    }
}
