package dev.kindred.test;

import dev.kindred.reactor.internal.hint.RepeatedReads;
import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.OperationObserver;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Records the statements of a mapper, without those that begin and end transactions. Thread-safe. A
 * {@link KindredTest} injects it; any other mapper gets it with {@code operationListener(recorder)}.
 * <pre>{@code
 * StepVerifier.create(recorder.record(users.page())).expectNextCount(20).verifyComplete();
 * assertThat(recorder).executed(2).noNPlusOne().usedOneConnection();
 * }</pre>
 */
public final class StatementRecorder implements OperationListener, AssertProvider<StatementRecorderAssert> {

    /** The number of operations with the same statement that are a repetition. */
    private static final int REPEATED = 3;

    private final @Nullable ConnectionPool pool;
    /** The number of transactions around all operations. */
    private final int outerTransactions;

    private final List<StatementExecution> statements = new ArrayList<>();
    private RepeatedReads reads = new RepeatedReads(REPEATED);
    private int connections;

    /** Creates a recorder for mappers on any connections. */
    public StatementRecorder() {
        this.pool = null;
        this.outerTransactions = 0;
    }

    /** Creates a recorder for mappers on {@code pool}, which also observes how many connections are in use. */
    public StatementRecorder(ConnectionPool pool) {
        this(Objects.requireNonNull(pool, "pool must not be null"), 0);
    }

    StatementRecorder(ConnectionPool pool, int outerTransactions) {
        this.pool = pool;
        this.outerTransactions = outerTransactions;
    }

    /** Returns the statements since the last {@link #clear()}, in the order in which they ended. */
    public synchronized List<StatementExecution> statements() {
        return List.copyOf(statements);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        statements.clear();
        reads = new RepeatedReads(REPEATED);
        connections = 0;
    }

    /** Returns {@code work}, which clears this recorder when it is subscribed. */
    public <T> Mono<T> record(Mono<T> work) {
        return Mono.defer(() -> {
            clear();
            return work;
        });
    }

    /** Returns {@code work}, which clears this recorder when it is subscribed. */
    public <T> Flux<T> record(Flux<T> work) {
        return Flux.defer(() -> {
            clear();
            return work;
        });
    }

    /** Returns assertions. {@code assertThat(recorder)} of AssertJ calls it. */
    @Override
    public StatementRecorderAssert assertThat() {
        return new StatementRecorderAssert(this);
    }

    @Override
    public synchronized OperationObserver onSubscribe(LogicalOperation operation, ContextView context) {
        return new Recorded(reads.onSubscribe(operation, context), context.getOrDefault(this, null));
    }

    synchronized RepeatedReads reads() {
        return reads;
    }

    boolean observesConnections() {
        return pool != null;
    }

    /** Returns the greatest number of connections that were in use when a statement was sent. */
    synchronized int connections() {
        return connections;
    }

    /** The connection of {@code requiresNew} is not one of the pool, so transactions are counted as well. */
    private synchronized void sending(int transactions) {
        int acquired = pool == null
                ? 0
                : pool.getMetrics().map(PoolMetrics::acquiredSize).orElse(0);
        connections = Math.max(connections, Math.max(acquired, transactions));
    }

    private synchronized void ended(StatementExecution execution) {
        if (execution.operation() != Operation.TRANSACTION) {
            statements.add(execution);
        }
    }

    private final class Recorded implements OperationObserver {

        private final OperationObserver read;
        private final int around;
        private volatile int transactions;

        Recorded(OperationObserver read, @Nullable Recorded parent) {
            this.read = read;
            this.around = parent == null ? outerTransactions : parent.transactions;
            this.transactions = around;
        }

        @Override
        public Context context(Context context) {
            return context.put(StatementRecorder.this, this);
        }

        @Override
        public Consumer<StatementExecution> onStatement(String sql) {
            read.onStatement(sql);
            if (sql.startsWith("BEGIN")) {
                transactions = around + 1;
            }
            sending(transactions);
            return StatementRecorder.this::ended;
        }

        @Override
        public void onEnd(Outcome outcome, @Nullable Throwable error) {
            // Statements are recorded one by one.
        }
    }
}
