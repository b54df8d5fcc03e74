package dev.kindred.reactor.transaction;

import reactor.core.publisher.Mono;

/**
 * The transaction, or the savepoint, of a pipeline. In a transaction that a framework owns, callbacks run when the
 * framework has ended it. Thread-safe.
 */
public interface Transaction {

    /**
     * Subscribes to {@code action} after COMMIT was acknowledged and the connection was given back, before the value of
     * the transaction is emitted. Several actions run one after another, in the order of their registration. In a
     * savepoint: after the whole transaction, unless the savepoint was rolled back. Not subscribed if the transaction
     * was rolled back or its outcome is unknown. After a failure the others still run, and the transaction ends with an
     * {@link dev.kindred.error.AfterCommitException}. An action that takes longer than the timeout of the transaction
     * is cancelled and has failed.
     *
     * @throws dev.kindred.error.TransactionException if the transaction has ended, or if a framework owns it and does
     *     not report its end
     */
    void afterCommit(Mono<?> action);

    /**
     * Subscribes to {@code action} if this transaction or savepoint was rolled back after an error, a cancel or
     * {@link #setRollbackOnly()}: after the whole transaction has ended and its connection was given back. An error of
     * the action is added to the error of the transaction as a suppressed one.
     *
     * @throws dev.kindred.error.TransactionException if the transaction has ended, or if a framework owns it and does
     *     not report its end
     */
    void afterRollback(Mono<?> action);

    /**
     * Makes this transaction or savepoint end with a rollback after success of its work. Its value is emitted after the
     * rollback. For tries and tests.
     */
    void setRollbackOnly();

    /** Returns whether {@link #setRollbackOnly()} was called. */
    boolean isRollbackOnly();
}
