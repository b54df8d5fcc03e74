package dev.kindred.spring.transaction;

import dev.kindred.error.TransactionException;
import dev.kindred.reactor.spi.MapperTransaction;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The connection of a transaction of the mapper, for Spring. It cannot begin or end the transaction, and refuses
 * statements after the end. Thread-safe.
 */
final class LentConnection extends DelegatingConnection {

    private final MapperTransaction transaction;
    private final RollbackMark mark;
    private volatile boolean ended;

    LentConnection(MapperTransaction transaction, RollbackMark mark) {
        super(transaction.connection());
        this.transaction = transaction;
        this.mark = mark;
    }

    /** Refuses statements from now on. The connection may have another user. */
    void end() {
        ended = true;
    }

    @Override
    public Statement createStatement(String sql) {
        refuseAfterEnd();
        return super.createStatement(sql);
    }

    @Override
    public Batch createBatch() {
        refuseAfterEnd();
        return super.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return whileActive(super.createSavepoint(name)).doOnSuccess(created -> mark.savepoint(name));
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return whileActive(super.releaseSavepoint(name));
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return whileActive(super.rollbackTransactionToSavepoint(name))
                .doOnSuccess(undone -> mark.rolledBackTo(name))
                .doOnTerminate(transaction::rolledBackToSavepoint)
                .doOnCancel(transaction::rolledBackToSavepoint);
    }

    @Override
    public Publisher<Void> close() {
        return Mono.empty();
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return owned();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return owned();
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return owned();
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return owned();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return owned();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return owned();
    }

    private Mono<Void> whileActive(Publisher<Void> command) {
        return Mono.defer(() -> {
            refuseAfterEnd();
            return Mono.from(command);
        });
    }

    private void refuseAfterEnd() {
        if (ended) {
            throw new TransactionException(
                    "The transaction of the mapper has ended, so nothing was sent. Subscribe inside"
                            + " mapper.transactional(..), or with a Context that does not have it.",
                    null);
        }
    }

    private static Mono<Void> owned() {
        return Mono.error(new TransactionException(
                "The mapper owns this transaction, so it cannot be begun, committed or rolled back on its connection."
                        + " Return an error from mapper.transactional(..) to roll back.",
                null));
    }
}
