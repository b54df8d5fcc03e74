package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.ConnectionException.Effect;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.Shown;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.ConnectionWear;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.StaleStatements;
import dev.kindred.reactor.internal.transaction.TransactionLifecycle.State;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A transaction, or a savepoint in one, as the Context of its subscribers carries it. Its statements pass one at a time. Thread-safe.
 */
public final class TransactionScope implements ConnectionScope, Transaction {

    private static final String IN_FAILED_TRANSACTION = "25P02";

    private final ConnectionSource source;
    private final Connection connection;
    private final @Nullable TransactionScope parent;
    private final ConnectionWear wear;
    private final Gate gate = new Gate();
    private final TransactionLifecycle lifecycle = new TransactionLifecycle();
    private final TransactionOptions options;
    private final TransactionCallbacks callbacks;
    private final int depth;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable TransactionException> doom = new AtomicReference<>();
    private final AtomicInteger savepoints;
    private final Map<Object, Object> locals = new ConcurrentHashMap<>();
    private volatile @Nullable Consumer<Throwable> endOfWork;
    private volatile boolean unclear;
    private volatile boolean rollbackOnly;

    private TransactionScope(Start start, Connection connection) {
        this.source = start.source;
        this.connection = connection;
        this.parent = null;
        this.wear = new ConnectionWear();
        this.savepoints = new AtomicInteger();
        this.options = start.options;
        this.callbacks = start.callbacks;
        this.depth = start.depth;
    }

    private TransactionScope(TransactionScope parent) {
        this.source = parent.source;
        this.connection = parent.connection;
        this.parent = parent;
        this.wear = parent.wear;
        this.savepoints = parent.savepoints;
        this.options = parent.options;
        this.callbacks = parent.callbacks;
        this.depth = parent.depth;
    }

    static TransactionScope root(Start start, Connection connection) {
        return new TransactionScope(start, connection);
    }

    static TransactionScope nested(TransactionScope parent) {
        return new TransactionScope(parent);
    }

    /**
     * Returns the scope that {@code context} carries for connections of {@code source}, or null. Mappers of another source, which may be
     * another database, do not see it.
     */
    public static @Nullable TransactionScope from(ContextView context, ConnectionSource source) {
        return context.getOrDefault(source, null);
    }

    /** Returns {@code context} with this scope in it. */
    Context in(Context context) {
        return context.put(source, this);
    }

    @Override
    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
        Mono<T> statement = Mono.defer(() -> {
            @Nullable TransactionException refusal = refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            if (access == Access.UNKNOWN) {
                wear.soil();
            }
            return conversation.apply(connection).onErrorMap(StatementException.class, this::explained);
        });
        return Delivered.of(gate.pass(statement.onErrorMap(this::remembered), () -> abandoned(access)), this::thrown);
    }

    private StatementException explained(StatementException refused) {
        StatementException explained = failure.get() == null ? StaleStatements.first(refused) : refused;
        wear.see(explained);
        return explained;
    }

    /** Runs {@code command} when everything before it has ended, whatever state the scope is in. */
    Mono<Void> command(Function<Connection, Mono<Void>> command) {
        return gate.pass(Mono.defer(() -> command.apply(connection)), () -> {});
    }

    /** Keeps this scope's gate for {@code work} alone, until that says that it is done. */
    <T> Mono<T> exclusively(Function<Runnable, Mono<T>> work) {
        return Delivered.of(gate.hold(work), this::thrown);
    }

    /** Why no statement may run any more, or null. */
    @Nullable
    TransactionException refusal() {
        @Nullable TransactionException doomed = doom.get();
        if (doomed != null) {
            return doomed;
        }
        if (lifecycle.state() != State.ACTIVE) {
            return new TransactionException(
                    "The transaction has ended. A statement was subscribed with its Context afterwards; subscribe it inside the"
                            + " transaction, or outside with a Context of its own.",
                    null);
        }
        return parent == null ? null : parent.refusal();
    }

    /** Returns what is to be said of {@code error} of a statement of this scope, and keeps it for the end. */
    Throwable remembered(Throwable error) {
        if (!(error instanceof StatementException refused)) {
            Throwable named = error instanceof ConnectionException lost ? rolledBack(lost) : error;
            unclear = true;
            doom(
                    "its connection is in a state nobody knows after "
                            + error.getClass().getSimpleName(),
                    named);
            return named;
        }
        @Nullable Throwable first = failure.get();
        if (first != null && IN_FAILED_TRANSACTION.equals(refused.sqlState())) {
            return new TransactionException(
                    "An earlier statement of the transaction failed, so the server takes no more of it. Statement: "
                            + Shown.sql(refused.sql()),
                    first);
        }
        failure.compareAndSet(null, error);
        return error;
    }

    /** Lets {@code end} be what ends the work of this scope with an error. */
    void onWork(Consumer<Throwable> end) {
        endOfWork = end;
    }

    /** A part of the work that throws what Reactor takes for fatal sends no signal any more, so the work ends with that. */
    private void thrown(Throwable thrown) {
        @Nullable Consumer<Throwable> end = endOfWork;
        if (end != null && Exceptions.isFatal(thrown)) {
            end.accept(thrown);
        } else {
            Handover.drop(thrown, Context.empty());
        }
    }

    /** The server rolls back when it loses the connection. A COMMIT that is lost is named elsewhere. */
    private static ConnectionException rolledBack(ConnectionException lost) {
        return lost.isRepeatable()
                ? lost
                : new ConnectionException(
                        "The transaction is rolled back. " + lost.getMessage(), Effect.NONE, lost.getCause());
    }

    private void abandoned(Access access) {
        if (access != Access.READ) {
            doom("a statement that writes was cancelled while it ran, and what it did would be kept", null);
        }
    }

    void doom(String reason, @Nullable Throwable cause) {
        doom.compareAndSet(
                null, new TransactionException("The transaction can only be rolled back: " + reason + ".", cause));
    }

    /** Returns the first error of a statement of this scope, or null. */
    @Nullable
    Throwable failure() {
        return failure.get();
    }

    /** Tells whether a statement may still be running on the connection. */
    boolean isUnclear() {
        return unclear || gate.isOccupied();
    }

    /** Tells whether a statement was not answered. */
    boolean isLost() {
        return unclear;
    }

    TransactionLifecycle lifecycle() {
        return lifecycle;
    }

    /** Returns the options of the whole transaction. */
    TransactionOptions options() {
        return options;
    }

    /** Returns how many transactions are around this one, each on a connection of its own. */
    int depth() {
        return depth;
    }

    @Override
    public void afterCommit(Mono<?> action) {
        requireNotEnded();
        callbacks.add(this, true, Checks.notNull(action, "action"));
    }

    @Override
    public void afterRollback(Mono<?> action) {
        requireNotEnded();
        callbacks.add(this, false, Checks.notNull(action, "action"));
    }

    private void requireNotEnded() {
        if (root().lifecycle.state().isFinal()) {
            throw new TransactionException(
                    "The transaction has ended, so what was to be done at its end would not be done any more. Say it inside the"
                            + " transaction.",
                    null);
        }
    }

    @Override
    public void setRollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public boolean isRollbackOnly() {
        return rollbackOnly;
    }

    String nextSavepoint() {
        return "kindred_" + savepoints.incrementAndGet();
    }

    /** Returns what the transaction leaves on its connection. */
    ConnectionWear wear() {
        return wear;
    }

    /** Returns the connection, for those who give it back. */
    Connection connection() {
        return connection;
    }

    /** Returns the scope that this one is a savepoint of, or null. */
    public @Nullable TransactionScope parent() {
        return parent;
    }

    /** Tells whether what was read in this scope is void, since it or one around it was rolled back or may have been. */
    public boolean isVoid() {
        return lifecycle.isVoid() || (parent != null && parent.isVoid());
    }

    /** Returns the whole transaction. */
    TransactionScope root() {
        return parent == null ? this : parent.root();
    }

    /** Tells whether this scope or one around it was rolled back for certain. */
    boolean isRolledBack() {
        return lifecycle.state() == State.ROLLED_BACK || (parent != null && parent.isRolledBack());
    }

    /** Returns the scope in which what was read here holds now: this one, or after its savepoint was released the one around it. */
    public TransactionScope effective() {
        return parent != null && lifecycle.state() == State.COMMITTED ? parent.effective() : this;
    }

    /** Tells whether this scope is {@code other} or a savepoint in it. */
    public boolean isWithin(TransactionScope other) {
        return this == other || (parent != null && parent.isWithin(other));
    }

    /** Returns what belongs to {@code key} in this scope, or null. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // a key is always used with one type
    public <T> @Nullable T localOrNull(Object key) {
        return (T) locals.get(key);
    }

    /** Returns what belongs to {@code key} in this scope; it is dropped together with the scope. */
    @SuppressWarnings("unchecked") // a key is always used with one type
    public <T> T local(Object key, Supplier<T> initial) {
        return (T) locals.computeIfAbsent(key, absent -> initial.get());
    }

    /** What a transaction begins with. */
    record Start(ConnectionSource source, TransactionOptions options, TransactionCallbacks callbacks, int depth) {}
}
