package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.util.context.ContextView;

/**
 * The connection of a transaction of the mapper, for others. It sends nothing after the end of the transaction, or of a
 * savepoint in the Context of the subscriber. Thread-safe.
 */
final class SharedConnection implements Connection, Wrapped<Connection> {

    private final ConnectionSource source;
    private final TransactionScope root;
    private final Connection connection;

    /** Shares the connection of {@code root}, which {@code source} has supplied. */
    SharedConnection(ConnectionSource source, TransactionScope root) {
        this.source = source;
        this.root = root;
        this.connection = root.whole().connection();
    }

    @Override
    public Connection unwrap() {
        return connection;
    }

    /** Returns {@code command}, which is sent before the end of the transaction, or not at all. */
    <T> Publisher<T> handed(Publisher<? extends T> command) {
        return new HandedStatement<>(command, this::scopes);
    }

    /** Returns the transaction and the savepoints in it that {@code context} has. */
    private List<Handing> scopes(ContextView context) {
        List<Handing> all = new ArrayList<>();
        all.add(root.lifecycle().handing());
        @Nullable
        TransactionScope scope = TransactionContext.of(context, source).scope();
        while (scope != null && scope != root && isShared(scope.whole())) {
            all.add(scope.lifecycle().handing());
            scope = scope.parent();
        }
        return all;
    }

    private boolean isShared(WholeTransaction whole) {
        return whole == root.whole() || (whole.connection() instanceof SharedConnection other && other.root == root);
    }

    @Override
    public Statement createStatement(String sql) {
        return new SharedStatement(this, connection.createStatement(sql));
    }

    @Override
    public Batch createBatch() {
        return new SharedBatch(this, connection.createBatch());
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return handed(connection.beginTransaction());
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return handed(connection.beginTransaction(definition));
    }

    @Override
    public Publisher<Void> close() {
        return handed(connection.close());
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return handed(connection.commitTransaction());
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return handed(connection.createSavepoint(name));
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return handed(connection.releaseSavepoint(name));
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return handed(connection.rollbackTransaction());
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return handed(connection.rollbackTransactionToSavepoint(name));
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return handed(connection.setAutoCommit(autoCommit));
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return handed(connection.setLockWaitTimeout(timeout));
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return handed(connection.setStatementTimeout(timeout));
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return handed(connection.setTransactionIsolationLevel(isolationLevel));
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return handed(connection.validate(depth));
    }

    @Override
    public String toString() {
        return connection.toString();
    }

    /**
     * A batch on this connection. Not thread-safe.
     *
     * @param connection the connection
     * @param batch the batch of the driver
     */
    private record SharedBatch(SharedConnection connection, Batch batch) implements Batch {

        @Override
        public Batch add(String sql) {
            batch.add(sql);
            return this;
        }

        @Override
        public Publisher<? extends Result> execute() {
            return connection.handed(batch.execute());
        }
    }
}
