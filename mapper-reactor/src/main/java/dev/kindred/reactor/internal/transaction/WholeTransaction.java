package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.ConnectionWear;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state that all scopes of one transaction share. Thread-safe.
 *
 * @param connection the connection of the transaction
 * @param options the options of the outermost scope
 * @param callbacks what runs after the end
 * @param depth the number of transactions around this one, each on its own connection
 * @param wear the changes of the session
 * @param savepoints the number of savepoints so far
 */
record WholeTransaction(
        Connection connection,
        TransactionOptions options,
        TransactionCallbacks callbacks,
        int depth,
        ConnectionWear wear,
        AtomicInteger savepoints) {

    WholeTransaction(Connection connection, TransactionOptions options, TransactionCallbacks callbacks, int depth) {
        this(connection, options, callbacks, depth, new ConnectionWear(), new AtomicInteger());
    }

    String nextSavepoint() {
        return "kindred_" + savepoints.incrementAndGet();
    }
}
