package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.SharedPool;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * How the callers of a mapper share statements. Immutable and thread-safe.
 *
 * @param statements sends the statements
 * @param pool the connections
 */
public record Sharing(StatementRunner statements, SharedPool pool) {

    /** Two were faster than one and than more: the callers that come during a statement are the next statement. */
    private static final int LANES = 2;

    /** Returns how many statements of one kind run at the same time. */
    int lanes() {
        return Math.min(LANES, pool.size());
    }

    /** Returns the transaction of the mapper in {@code context}, or null. */
    @Nullable
    TransactionScope transactionIn(ContextView context) {
        return statements.transactionIn(context);
    }

    /** Returns whether a subscriber with {@code context} is in no transaction, so that it may share. */
    public boolean mayShare(ContextView context) {
        return pool.isOutside(context) && statements.transactionIn(context) == null;
    }
}
