package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Receiver;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * One turn of the connection of a transaction: a statement for the callers that wait then. It has the Context of its
 * first caller. Thread-safe.
 *
 * @param <Q> what a caller asks for
 * @param <V> the value of a caller
 */
final class Turn<Q, V> extends Receiver<List<Answer<V>>> {

    private static final long UNKNOWN = -1;

    private final Gathered<Q, V> requests;
    private final Context context;

    // Guarded by this.
    private final List<TurnCaller<Q, V>> callers = new ArrayList<>();
    private final List<TurnCaller<Q, V>> served = new ArrayList<>();
    private final List<TurnCaller<Q, V>> others = new ArrayList<>();
    private long number = UNKNOWN;
    private boolean closed;

    Turn(Gathered<Q, V> requests, TurnCaller<Q, V> first) {
        this.requests = requests;
        this.context = first.currentContext();
        callers.add(first);
    }

    /** Adds {@code caller} if this turn waits, and is the last of the {@code turns} of the transaction so far. */
    synchronized boolean join(TurnCaller<Q, V> caller, long turns) {
        return !closed && (number == UNKNOWN || number == turns) && callers.add(caller);
    }

    /** Waits for the turn and sends the statement. */
    void start(StatementRunner statements, TransactionScope transaction) {
        Guarded.of(statements.inTurn(transaction, this::send)).subscribe(this);
        long turns = transaction.turns();
        synchronized (this) {
            number = turns;
        }
    }

    private Mono<List<Answer<V>>> send(StatementRunner runner) {
        close();
        return served.isEmpty() ? Mono.empty() : requests.sendOnce(runner);
    }

    private synchronized void close() {
        closed = true;
        for (TurnCaller<Q, V> caller : callers) {
            if (!caller.isCancelled()) {
                (requests.add(caller.request()) ? served : others).add(caller);
            }
        }
    }

    @Override
    public void onComplete() {
        @Nullable List<Answer<V>> answers = take();
        if (answers != null) {
            Answers.deliver(served, answers);
        }
        others.forEach(TurnCaller::sendAlone);
    }

    /** Without a turn, the error concerns all callers. */
    @Override
    public void onError(Throwable error) {
        List<TurnCaller<Q, V>> failing;
        synchronized (this) {
            closed = true;
            failing = List.copyOf(callers);
        }
        Answers.deliver(failing, Answers.failures(error, failing.size()));
    }

    @Override
    public Context currentContext() {
        return context;
    }
}
