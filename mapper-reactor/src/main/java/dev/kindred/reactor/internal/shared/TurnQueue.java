package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import org.jspecify.annotations.Nullable;

/**
 * The callers of one kind of read in one transaction. A caller that finds the connection free is sent alone. Others
 * wait for a turn. Callers share a turn if no other statement of the transaction came between them, so each read sees
 * the writes before it. Thread-safe.
 *
 * @param <Q> what a caller asks for
 * @param <V> the value of a caller
 */
final class TurnQueue<Q, V> {

    private final StatementRunner statements;
    private final SharedStatement<Q, V> statement;
    private final TransactionScope transaction;

    // Guarded by this lock.
    private final Object lock = new Object();
    private @Nullable Turn<Q, V> last;

    TurnQueue(StatementRunner statements, SharedStatement<Q, V> statement, TransactionScope transaction) {
        this.statements = statements;
        this.statement = statement;
        this.transaction = transaction;
    }

    void begin(TurnCaller<Q, V> caller) {
        long turns = transaction.turns();
        if (turns == 0) {
            caller.sendAlone();
            return;
        }
        @Nullable Turn<Q, V> opened = null;
        synchronized (lock) {
            @Nullable Turn<Q, V> turn = last;
            if (turn == null || !turn.join(caller, turns)) {
                opened = new Turn<>(statement.gather(), caller);
                last = opened;
            }
        }
        if (opened != null) {
            opened.start(statements, transaction);
        }
    }
}
