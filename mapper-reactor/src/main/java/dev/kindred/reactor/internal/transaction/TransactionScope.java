package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.StaleStatements;
import dev.kindred.reactor.internal.transaction.TransactionLifecycle.State;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.transaction.Transaction;
import io.r2dbc.spi.Connection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A transaction, or a savepoint in one. The Context of its subscribers carries it. Its statements run one at a time.
 * Thread-safe.
 */
public final class TransactionScope implements ConnectionScope, Transaction {

    private final ConnectionSource source;
    private final WholeTransaction whole;
    private final @Nullable TransactionScope parent;
    private final Gate gate = new Gate();
    private final TransactionLifecycle lifecycle = new TransactionLifecycle();
    private final StatementFailures failures = new StatementFailures();
    private final ScopeLocals locals;
    private volatile @Nullable Consumer<Throwable> endOfWork;
    private volatile boolean rollbackOnly;
    private volatile boolean written;

    private TransactionScope(ConnectionSource source, WholeTransaction whole, @Nullable TransactionScope parent) {
        this.source = source;
        this.whole = whole;
        this.parent = parent;
        this.locals = new ScopeLocals(whole);
    }

    static TransactionScope root(ConnectionSource source, WholeTransaction whole) {
        return new TransactionScope(source, whole, null);
    }

    static TransactionScope nested(TransactionScope parent) {
        return new TransactionScope(parent.source, parent.whole, parent);
    }

    /** Returns {@code context} with this scope in it, for mappers with an equal source. */
    Context in(Context context) {
        return new TransactionContext(this, whole.around()).in(context, source);
    }

    @Override
    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
        Mono<T> statement = Mono.defer(() -> {
            @Nullable TransactionException refusal = refusal();
            if (refusal != null) {
                return Mono.error(refusal);
            }
            if (access == Access.UNKNOWN) {
                whole.wear().soil();
            }
            if (access != Access.READ) {
                noteWrite();
            }
            return whole.sent(conversation.apply(whole.connection()))
                    .onErrorMap(StatementException.class, this::explained);
        });
        return Delivered.of(gate.pass(statement.onErrorMap(this::remembered), () -> abandoned(access)), this::thrown);
    }

    private StatementException explained(StatementException refused) {
        StatementException explained = failures.first() == null ? StaleStatements.first(refused) : refused;
        whole.wear().see(explained);
        return explained;
    }

    /** Runs {@code command} after everything before it has ended, in any state of the scope. */
    Mono<Void> command(Function<Connection, Mono<Void>> command) {
        return gate.pass(Mono.defer(() -> command.apply(whole.connection())), () -> {});
    }

    /** Returns the number of turns of the connection so far, or 0 if it is free. */
    public long turns() {
        return gate.turns();
    }

    /** Reserves the gate of this scope for {@code work} until the work calls its {@link Runnable}. */
    <T> Mono<T> exclusively(Function<Runnable, Mono<T>> work) {
        return Delivered.of(gate.hold(work), this::thrown);
    }

    /** Returns why no statement may run, or null. */
    @Nullable
    TransactionException refusal() {
        @Nullable TransactionException doomed = failures.doom();
        if (doomed != null) {
            return doomed;
        }
        if (lifecycle.state() != State.ACTIVE) {
            return new TransactionException(
                    "The transaction has ended. A statement was subscribed with its Context afterwards;"
                            + " subscribe it inside the transaction, or outside with a Context of its own.",
                    null);
        }
        if (parent != null) {
            return parent.refusal();
        }
        return whole.hasEnded() ? AmbientStatement.ended() : null;
    }

    /** Keeps {@code error} of a statement for the end, and returns the error to emit for it. */
    Throwable remembered(Throwable error) {
        if (error instanceof StatementException refused) {
            return failures.remember(refused);
        }
        Throwable named = StatementFailures.rolledBack(error);
        failures.lose();
        doom("the state of its connection is unknown after " + error.getClass().getSimpleName(), named);
        return named;
    }

    private void abandoned(Access access) {
        if (access != Access.READ) {
            doom("a statement that writes was cancelled while it ran, and its effect would be kept", null);
        }
    }

    /**
     * Lets this scope end with a rollback only. The owner of an ambient transaction would commit the rest of the work
     * otherwise.
     */
    void doom(String reason, @Nullable Throwable cause) {
        if (failures.doom(reason, cause)) {
            tellOwner();
        }
    }

    private void tellOwner() {
        @Nullable Ambient joined = whole.joined();
        if (parent == null && joined != null) {
            joined.setRollbackOnly();
        }
    }

    /** Sets what ends the work of this scope with an error. */
    void onWork(Consumer<Throwable> end) {
        endOfWork = end;
    }

    /**
     * After an error that Reactor treats as fatal, a part of the work sends no more signals, so the whole work ends
     * with that error.
     */
    private void thrown(Throwable thrown) {
        @Nullable Consumer<Throwable> end = endOfWork;
        if (end != null && Exceptions.isFatal(thrown)) {
            end.accept(thrown);
        } else {
            Handover.drop(thrown, Context.empty());
        }
    }

    /** Returns the first error of a statement of this scope, or null. */
    @Nullable
    Throwable failure() {
        return failures.first();
    }

    /** Returns whether a statement may still run on the connection. */
    boolean isUnclear() {
        return failures.isLost() || gate.isOccupied();
    }

    private void noteWrite() {
        written = true;
        if (parent != null) {
            parent.noteWrite();
        }
    }

    /** Returns whether a statement that may write was sent in this scope or in a savepoint of it. */
    boolean hasWritten() {
        return written;
    }

    /** Returns whether a statement got no answer. */
    boolean isLost() {
        return failures.isLost();
    }

    TransactionLifecycle lifecycle() {
        return lifecycle;
    }

    WholeTransaction whole() {
        return whole;
    }

    @Override
    public void afterCommit(Mono<?> action) {
        callbacks().add(this, true, Checks.notNull(action, "action"));
    }

    @Override
    public void afterRollback(Mono<?> action) {
        callbacks().add(this, false, Checks.notNull(action, "action"));
    }

    private TransactionCallbacks callbacks() {
        if (root().lifecycle.state().isFinal() || whole.hasEnded()) {
            throw new TransactionException(
                    "The transaction has ended, so the callback would not run. Register it inside the transaction.",
                    null);
        }
        if (!tellsEnd()) {
            throw new TransactionException(
                    "The ConnectionSource does not tell the end of the ambient transaction, so the callback"
                            + " would not run. Register it with the owner of the transaction, or implement"
                            + " AmbientTransaction.onEnd.",
                    null);
        }
        return whole.callbacks();
    }

    /**
     * Returns whether the source reports the end of the transaction. From the first call on, the scope ends together
     * with an ambient transaction.
     */
    boolean tellsEnd() {
        @Nullable Ambient joined = whole.joined();
        return joined == null || joined.watch(root(), source);
    }

    @Override
    public void setRollbackOnly() {
        rollbackOnly = true;
        tellOwner();
    }

    @Override
    public boolean isRollbackOnly() {
        return rollbackOnly;
    }

    /** Returns the scope around this savepoint, or null. */
    public @Nullable TransactionScope parent() {
        return parent;
    }

    /**
     * Returns whether rows read in this scope are void: the scope or one around it was rolled back, or may have been.
     */
    public boolean isVoid() {
        return lifecycle.isVoid() || (parent == null ? hasEndedUntold() : parent.isVoid());
    }

    private boolean hasEndedUntold() {
        return lifecycle.state() == State.ACTIVE && whole.hasEnded();
    }

    /** Returns the outermost scope. */
    public TransactionScope root() {
        return parent == null ? this : parent.root();
    }

    /** Returns whether the transaction has ended, with any outcome. */
    public boolean hasEnded() {
        return root().lifecycle.state().isFinal() || whole.hasEnded();
    }

    /** Returns whether this scope or one around it was certainly rolled back. */
    boolean isRolledBack() {
        return lifecycle.state() == State.ROLLED_BACK || (parent != null && parent.isRolledBack());
    }

    /** Returns the scope in which rows read here are valid now: this scope, or the one around a released savepoint. */
    public TransactionScope effective() {
        return parent != null && lifecycle.state() == State.COMMITTED ? parent.effective() : this;
    }

    /** Returns whether this scope is {@code other} or a savepoint in it. */
    public boolean isWithin(TransactionScope other) {
        return this == other || (parent != null && parent.isWithin(other));
    }

    /** Returns the number of rollbacks of others to a savepoint. Rows read before the last one are void. */
    public int savepointRollbacks() {
        return whole.savepointRollbacks();
    }

    /** Returns the values that belong to this scope. */
    public ScopeLocals locals() {
        return locals;
    }
}
