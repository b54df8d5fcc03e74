package dev.kindred.test;

import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.test.internal.TestTransactions;
import io.r2dbc.pool.ConnectionPool;
import org.jspecify.annotations.Nullable;

/** The mapper, the recorder and the transaction of one test. Thread-safe. */
final class TestScope implements AutoCloseable {

    private final ConnectionPool pool;
    private final LoadMode loadMode;
    private final @Nullable TestTransactions transactions;
    private final StatementRecorder recorder;
    private final ReactiveMapper mapper;

    TestScope(ConnectionPool pool, LoadMode loadMode, boolean rollback) {
        this.pool = pool;
        this.loadMode = loadMode;
        this.transactions = rollback ? new TestTransactions(pool) : null;
        this.recorder = new StatementRecorder(pool, rollback ? 1 : 0);
        this.mapper = builder().build();
    }

    ReactiveMapperBuilder builder() {
        TransactionBridge bridge = transactions == null ? new TransactionBridge() {} : transactions;
        return ReactiveMapper.builder(pool, bridge).loadMode(loadMode).operationListener(recorder);
    }

    ReactiveMapper mapper() {
        return mapper;
    }

    StatementRecorder recorder() {
        return recorder;
    }

    ConnectionPool pool() {
        return pool;
    }

    @Override
    public void close() {
        if (transactions != null) {
            transactions.close();
        }
    }
}
