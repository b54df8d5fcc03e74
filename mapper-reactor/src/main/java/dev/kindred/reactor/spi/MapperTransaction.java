package dev.kindred.reactor.spi;

import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;

/** A transaction that the mapper has begun, as a {@link TransactionBridge} shares it. Thread-safe. */
public interface MapperTransaction extends Transaction {

    /**
     * Returns the connection of the transaction. Others may send statements and savepoints on it until the work of the
     * transaction ends. They must not begin or end a transaction, and must not close the connection.
     */
    Connection connection();

    /** Returns the options with which the transaction was begun. */
    TransactionOptions options();

    /**
     * Records that others have rolled back to a savepoint of theirs. Rows of relations that were read in the
     * transaction are read again.
     */
    void rolledBackToSavepoint();
}
