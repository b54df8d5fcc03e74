package dev.kindred.reactor.internal.connection;

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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

/**
 * A pooled connection for a caller other than the mapper. A caller that is cancelled while BEGIN runs cannot return the
 * connection, because the driver does not know about the transaction yet. R2dbcTransactionManager does not even try.
 * The connection then rolls back and returns itself to the pool. Thread-safe.
 */
final class CallersConnection implements Connection, Wrapped<Connection> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Connection connection;
    private final AtomicReference<State> state = new AtomicReference<>(State.UNUSED);
    private final Mono<Void> rolledBack = Mono.defer(this::rollBack).cache();

    private final AtomicInteger savepointRollbacks = new AtomicInteger();

    /** Completes when the driver has taken the last BEGIN. */
    private volatile Mono<Void> begin = Mono.empty();

    CallersConnection(Connection connection) {
        this.connection = connection;
    }

    private enum State {
        UNUSED,
        BEGINNING,
        /** In a transaction without a statement. */
        BEGUN,
        USED,
        /** The caller has returned it. */
        RETURNED,
        /** It rolls back and returns itself. */
        ABANDONED;

        private boolean isGone() {
            return this == RETURNED || this == ABANDONED;
        }

        private State used() {
            return this == UNUSED || this == BEGUN ? USED : this;
        }
    }

    /**
     * Returns the connection to the pool if its caller has not used it, apart from BEGIN. The order follows that of the
     * states, so that a change meanwhile is noticed. BEGIN may be answered before the cancel reaches it.
     */
    void abandonIfUnused() {
        abandonIf(State.UNUSED);
        abandonIf(State.BEGINNING);
        abandonIf(State.BEGUN);
    }

    private void abandonIf(State expected) {
        if (state.compareAndSet(expected, State.ABANDONED)) {
            rolledBack.subscribe(Operators.drainSubscriber());
        }
    }

    /** Sent as a statement after BEGIN, because the method of the driver sends nothing before BEGIN was answered. */
    private Mono<Void> rollBack() {
        Mono<Void> answer = begin.then(Mono.defer(() -> UncancelledResults.of(
                        connection.createStatement("ROLLBACK").execute())
                .concatMap(Result::getRowsUpdated)
                .then()));
        return TimeoutMono.within(PATIENCE, answer, () -> new TimeoutException("ROLLBACK got no answer"))
                .onErrorResume(error -> DriverConnection.closed(connection))
                .then(Mono.defer(() -> Mono.from(connection.close())))
                .onErrorComplete();
    }

    private Connection used() {
        if (state.updateAndGet(State::used) == State.ABANDONED) {
            throw abandoned();
        }
        return connection;
    }

    private static IllegalStateException abandoned() {
        return new IllegalStateException("The connection was returned to the pool when its caller was cancelled");
    }

    /** A BEGIN that is subscribed after the end would run in the transaction of another caller. */
    private Mono<Void> begun(Supplier<Publisher<Void>> command) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> end = Sinks.empty();
            begin = end.asMono();
            State before = state.getAndUpdate(current -> current.isGone() ? current : State.BEGINNING);
            if (before.isGone()) {
                end.tryEmitEmpty();
                return Mono.error(abandoned());
            }
            State next = before == State.USED ? State.USED : State.BEGUN;
            Mono<Void> sent = Mono.from(command.get())
                    .doOnTerminate(() -> state.compareAndSet(State.BEGINNING, next))
                    .doFinally(signal -> {
                        if (signal == SignalType.CANCEL) {
                            abandonIf(State.BEGINNING);
                        }
                    });
            return new Subscribed(sent, end);
        });
    }

    /** Returns the connection of the pool. */
    Connection pooled() {
        return connection;
    }

    /** Returns the connection of the driver. */
    @Override
    public Connection unwrap() {
        return DriverConnection.of(connection);
    }

    @Override
    public Mono<Void> beginTransaction() {
        return begun(connection::beginTransaction);
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return begun(() -> connection.beginTransaction(definition));
    }

    /** Completes after the connection was returned to the pool. */
    @Override
    public Mono<Void> close() {
        return endOr(State.RETURNED, connection::close);
    }

    /** Does nothing if the connection rolls back itself. */
    @Override
    public Mono<Void> rollbackTransaction() {
        return endOr(State.USED, connection::rollbackTransaction);
    }

    /** While BEGIN runs, the driver would not roll back. */
    private Mono<Void> endOr(State next, Supplier<Publisher<Void>> command) {
        return Mono.defer(() -> {
            State ended = state.updateAndGet(current -> switch (current) {
                case BEGINNING, ABANDONED -> State.ABANDONED;
                case RETURNED -> State.RETURNED;
                default -> next;
            });
            return ended == State.ABANDONED ? rolledBack : Mono.from(command.get());
        });
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return used().commitTransaction();
    }

    @Override
    public Batch createBatch() {
        return used().createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return used().createSavepoint(name);
    }

    @Override
    public Statement createStatement(String sql) {
        return used().createStatement(sql);
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
        return used().releaseSavepoint(name);
    }

    /** The caller has read rows in the savepoint that are void now. Counted before the caller knows the answer. */
    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return Mono.from(used().rollbackTransactionToSavepoint(name))
                .doOnTerminate(savepointRollbacks::incrementAndGet)
                .doOnCancel(savepointRollbacks::incrementAndGet);
    }

    /** Returns how often the caller has rolled back to a savepoint. */
    int savepointRollbacks() {
        return savepointRollbacks.get();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return used().setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return used().setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return used().setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return used().setTransactionIsolationLevel(isolationLevel);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return used().validate(depth);
    }

    @Override
    public String toString() {
        return connection.toString();
    }

    /** Completes {@code done} after the subscription. The driver sends a command that is cancelled meanwhile, too. */
    private static final class Subscribed extends MonoOperator<Void, Void> {

        private final Sinks.Empty<Void> done;

        Subscribed(Mono<Void> source, Sinks.Empty<Void> done) {
            super(source);
            this.done = done;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Void> actual) {
            try {
                source.subscribe(actual);
            } finally {
                done.tryEmitEmpty();
            }
        }
    }
}
