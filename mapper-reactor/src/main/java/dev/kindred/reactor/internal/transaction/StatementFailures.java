package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.ConnectionException.Effect;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.internal.util.Shown;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The failures of one scope: the first failed statement, and why the scope can only be rolled back. Thread-safe. */
final class StatementFailures {

    private static final String IN_FAILED_TRANSACTION = "25P02";

    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
    private final AtomicReference<@Nullable TransactionException> doom = new AtomicReference<>();
    private volatile boolean lost;

    /** Returns the first error of a statement, or null. */
    @Nullable
    Throwable first() {
        return first.get();
    }

    /** Returns why the scope can only be rolled back, or null. */
    @Nullable
    TransactionException doom() {
        return doom.get();
    }

    /** Returns whether a statement got no answer. */
    boolean isLost() {
        return lost;
    }

    /** Records that the scope can only be rolled back. Returns whether this was new. */
    boolean doom(String reason, @Nullable Throwable cause) {
        return doom.compareAndSet(
                null, new TransactionException("The transaction can only be rolled back: " + reason + ".", cause));
    }

    /** Records that a statement got no answer. */
    void lose() {
        lost = true;
    }

    /** Keeps an error of the server and returns the error to emit for it. */
    Throwable remember(StatementException refused) {
        @Nullable Throwable earlier = first.get();
        if (earlier != null && IN_FAILED_TRANSACTION.equals(refused.sqlState())) {
            return new TransactionException(
                    "An earlier statement of the transaction failed, so the server refuses further statements."
                            + " Statement: "
                            + Shown.sql(refused.sql()),
                    earlier);
        }
        first.compareAndSet(null, refused);
        return refused;
    }

    /** Returns the error to emit for a lost connection: the server rolls back. A lost COMMIT has its own error. */
    static Throwable rolledBack(Throwable error) {
        return error instanceof ConnectionException lost && !lost.isRepeatable()
                ? new ConnectionException(
                        "The transaction is rolled back. " + lost.getMessage(), Effect.NONE, lost.getCause())
                : error;
    }
}
