package dev.kindred.reactor.transaction;

import reactor.core.publisher.Mono;

/** The transaction, or the savepoint, that a pipeline runs in. Thread-safe. */
public interface Transaction {

    /**
     * Subscribes to {@code action} after COMMIT was acknowledged and the connection was given back, before the value of the transaction is
     * emitted; several run one after another, in the order in which they were added. In a savepoint: after the whole transaction, unless
     * the savepoint was rolled back. Not subscribed when the transaction was rolled back or its outcome is unknown. When one fails the
     * others still run, and the transaction ends with an {@link dev.kindred.error.AfterCommitException}. One that takes longer than the
     * whole transaction may is cancelled and has failed.
     *
     * @throws dev.kindred.error.TransactionException when the transaction has ended already
     */
    void afterCommit(Mono<?> action);

    /**
     * Subscribes to {@code action} when this transaction or savepoint was rolled back, be it after an error, a cancel or
     * {@link #setRollbackOnly()}: after the whole transaction has ended and its connection was given back. What fails in it is added to the
     * error of the transaction as a suppressed one.
     *
     * @throws dev.kindred.error.TransactionException when the transaction has ended already
     */
    void afterRollback(Mono<?> action);

    /**
     * Lets this transaction or savepoint end with a rollback though its work ends well: its value is then emitted after the rollback. For
     * tries and tests.
     */
    void setRollbackOnly();

    /** Tells whether {@link #setRollbackOnly()} was called. */
    boolean isRollbackOnly();
}
