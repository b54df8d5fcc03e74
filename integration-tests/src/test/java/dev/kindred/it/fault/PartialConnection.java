package dev.kindred.it.fault;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.TransactionDefinition;
import java.time.Duration;
import org.reactivestreams.Publisher;

/** A connection without the methods that the mapper does not call. Each of them reports a violation. */
abstract class PartialConnection implements Connection {

    @Override
    public Publisher<Void> beginTransaction() {
        throw unused();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        throw unused();
    }

    @Override
    public Batch createBatch() {
        throw unused();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        throw unused();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        throw unused();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        throw unused();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        throw unused();
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        throw unused();
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        throw unused();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        throw unused();
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        throw unused();
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        throw unused();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        throw unused();
    }

    /** Reports a violation, and returns it. */
    abstract AssertionError unused();
}
