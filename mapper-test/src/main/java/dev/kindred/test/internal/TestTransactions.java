package dev.kindred.test.internal;

import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.TransactionBridge;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives all subscribers of a test the same transaction, which begins with the first operation. Its owner is the test,
 * not a Context, so a subscriber on any thread is in it. Thread-safe.
 */
public final class TestTransactions implements TransactionBridge, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The connection is not lost if the first subscriber cancels: a cache does not cancel its source. */
    private final Mono<TestTransaction> begun;

    private volatile @Nullable TestTransaction current;
    private volatile boolean closed;

    /** Begins a transaction of {@code factory} for the first subscriber. */
    public TestTransactions(ConnectionFactory factory) {
        this.begun = Mono.<Connection>from(factory.create())
                .flatMap(connection -> Mono.from(connection.beginTransaction())
                        .then(Mono.fromSupplier(() -> begin(connection)))
                        .onErrorResume(error -> Mono.from(connection.close()).then(Mono.error(error))))
                .cache();
    }

    private TestTransaction begin(Connection connection) {
        TestTransaction transaction = new TestTransaction(connection);
        current = transaction;
        return transaction;
    }

    /** Subscribers that remain after the test get the ended transaction, and fail. */
    @Override
    public Mono<AmbientTransaction> ambient() {
        return closed && current == null
                ? Mono.error(() -> new IllegalStateException("The test has ended."))
                : begun.cast(AmbientTransaction.class);
    }

    /** Rolls back and returns the connection. Blocks. */
    @Override
    public void close() {
        closed = true;
        TestTransaction transaction = current;
        if (transaction != null) {
            transaction.end().block(LIMIT);
        }
    }

    private static final class TestTransaction extends AmbientTransaction {

        private final Connection connection;
        private final List<Function<Outcome, Mono<Void>>> actions = new CopyOnWriteArrayList<>();
        private volatile boolean active = true;

        TestTransaction(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public boolean isActive() {
            return active;
        }

        /** It is rolled back in any case. */
        @Override
        public void setRollbackOnly() {}

        @Override
        public boolean onEnd(Function<Outcome, Mono<Void>> action) {
            return actions.add(action);
        }

        Mono<Void> end() {
            active = false;
            return quiet().then(Mono.defer(() -> Mono.from(connection.rollbackTransaction())))
                    .onErrorComplete()
                    .then(Mono.defer(() -> Mono.from(connection.close())))
                    .then(Flux.fromIterable(actions)
                            .concatMap(action -> action.apply(Outcome.ROLLED_BACK))
                            .then());
        }
    }
}
