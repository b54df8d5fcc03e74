package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.PooledReads;
import dev.kindred.reactor.internal.execute.StatementRunner;
import reactor.util.context.ContextView;

/**
 * How the reads of a mapper share statements. Immutable and thread-safe.
 *
 * @param statements sends the statements
 * @param pool the connections
 */
public record ReadSharing(StatementRunner statements, PooledReads pool) {

    /** Two were faster than one and than more: the reads that come during a statement are the next statement. */
    private static final int LANES = 2;

    /** The maximum number of distinct keys in one statement. */
    static final int KEYS = 1000;

    /** Returns how many statements of one kind run at the same time. */
    int lanes() {
        return Math.min(LANES, pool.size());
    }

    /** Returns whether a subscriber with {@code context} is in no transaction, so that its reads may be shared. */
    boolean mayShare(ContextView context) {
        return pool.isOutside(context) && statements.transactionIn(context) == null;
    }
}
