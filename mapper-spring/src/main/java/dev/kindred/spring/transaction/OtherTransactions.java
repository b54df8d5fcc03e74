package dev.kindred.spring.transaction;

import dev.kindred.error.TransactionException;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/** Reports operations of the mapper in a transaction of another {@code ConnectionFactory}. Thread-safe. */
final class OtherTransactions {

    private static final Log LOG = LogFactory.getLog(SpringTransactionBridge.class);

    private static final String MESSAGE =
            "A Spring transaction of another ConnectionFactory is active, but the mapper is not part of it: the"
                    + " operation has its own connection and commits by itself. Give the mapper and the transaction"
                    + " manager one ConnectionFactory, or use mapper.transactional(..).";

    /** The key of the factory whose transaction has ended, while Spring still runs its callbacks. */
    private static final Object ENDED = new Object();

    private final boolean fail;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Fails if {@code fail}, else logs one warning. */
    OtherTransactions(boolean fail) {
        this.fail = fail;
    }

    /** Records that the transaction of {@code factory} has ended. */
    static void ended(TransactionSynchronizationManager manager, ConnectionFactory factory) {
        manager.unbindResourceIfPossible(ENDED);
        manager.bindResource(ENDED, factory);
    }

    /** Removes what {@link #ended} has recorded. */
    static void forget(TransactionSynchronizationManager manager) {
        manager.unbindResourceIfPossible(ENDED);
    }

    /** Reports an operation that is not part of the transaction of {@code manager}. */
    void report(TransactionSynchronizationManager manager, ConnectionFactory factory) {
        if (manager.getResource(ENDED) == factory) {
            return;
        }
        if (fail) {
            throw new TransactionException(MESSAGE, null);
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn(MESSAGE);
        }
    }
}
