package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The callers of one kind of operation that run or wait. A limited number of statements run at the same time, each in a
 * lane. A caller that finds a free lane is sent alone and at once. Others wait. When a lane becomes free, it acquires a
 * connection, and the callers that wait then share one statement. So the statement of a caller starts after its
 * subscription. Thread-safe.
 *
 * <p>Each kind has its own lanes. A lock on one table does not stop the operations on others.
 *
 * @param <Q> what a caller asks for
 * @param <V> the value of a caller
 */
public final class SharedQueue<Q, V> {

    private final Sharing sharing;
    private final Access access;
    private final SharedStatement<Q, V> statement;
    private final int lanes;

    // The fields below are guarded by this lock. It is held for a few operations on collections only.
    private final Object lock = new Object();
    private final Set<Caller<Q, V>> waiting = new LinkedHashSet<>();
    private final Set<Lane<Q, V>> acquiring = new LinkedHashSet<>();
    private int running;
    private long tickets;
    private @Nullable Disposable alarm;

    /**
     * Starts without a caller.
     *
     * @param access what the statements do
     * @param statement what callers that share send
     */
    public SharedQueue(Sharing sharing, Access access, SharedStatement<Q, V> statement) {
        this.sharing = sharing;
        this.access = access;
        this.statement = statement;
        this.lanes = sharing.lanes();
    }

    /**
     * Returns the value of {@code request}, or completes empty. It begins with the first demand.
     *
     * @param alone the same operation with a statement of its own
     */
    public Mono<V> call(Q request, Supplier<Mono<V>> alone) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super V> actual) {
                if (sharing.mayShare(actual.currentContext())) {
                    actual.onSubscribe(new Caller<>(SharedQueue.this, actual, request, alone));
                    return;
                }
                @Nullable TransactionScope transaction = sharing.transactionIn(actual.currentContext());
                if (transaction != null && access == Access.READ) {
                    actual.onSubscribe(new TurnCaller<>(turns(transaction), actual, request, alone));
                } else {
                    alone.get().subscribe(actual);
                }
            }
        };
    }

    private TurnQueue<Q, V> turns(TransactionScope transaction) {
        return transaction.locals().get(this, () -> new TurnQueue<>(sharing.statements(), statement, transaction));
    }

    Sharing sharing() {
        return sharing;
    }

    Access access() {
        return access;
    }

    /** Begins {@code caller}. Returns whether it is sent alone: it then has a lane, and must free it. */
    boolean begin(Caller<Q, V> caller) {
        synchronized (lock) {
            if (running < lanes && waiting.isEmpty()) {
                running++;
                return true;
            }
            caller.waits(++tickets, sharing.pool().deadline());
            waiting.add(caller);
            if (alarm == null) {
                alarm = sharing.pool().at(caller.deadline(), this::expire);
            }
            return false;
        }
    }

    /** Ends the wait of the callers whose acquire timeout is over. The others have one alarm, that of the oldest. */
    private void expire() {
        List<Caller<Q, V>> late = new ArrayList<>();
        synchronized (lock) {
            alarm = null;
            for (Caller<Q, V> caller : waiting) {
                if (!sharing.pool().isOver(caller.deadline())) {
                    alarm = sharing.pool().at(caller.deadline(), this::expire);
                    break;
                }
                late.add(caller);
            }
        }
        late.forEach(Caller::expire);
    }

    /** An alarm without a caller would keep the clock running. */
    private void stopAlarm() {
        if (alarm != null && waiting.isEmpty()) {
            alarm.dispose();
            alarm = null;
        }
    }

    /** Frees the lane of a caller that was sent alone, or of an ended statement. */
    void free() {
        free(true);
    }

    /** If the lane sent nothing, each waiting caller waits for a statement that runs. Its end starts the next lane. */
    private void free(boolean sent) {
        List<Lane<Q, V>> next;
        synchronized (lock) {
            running--;
            next = sent || running == 0 ? refill() : List.of();
        }
        next.forEach(Lane::start);
    }

    /** Removes {@code caller} if it still waits. */
    boolean stopWaiting(Caller<Q, V> caller) {
        List<Lane<Q, V>> unused = List.of();
        synchronized (lock) {
            if (!waiting.remove(caller)) {
                return false;
            }
            stopAlarm();
            if (waiting.isEmpty() && !acquiring.isEmpty()) {
                unused = List.copyOf(acquiring);
                acquiring.clear();
                running -= unused.size();
                unused.forEach(Lane::end);
            }
        }
        unused.forEach(Lane::stop);
        return true;
    }

    /** Removes {@code caller}, which was cancelled. The last caller of a statement cancels the statement. */
    void leave(Caller<Q, V> caller) {
        @Nullable Lane<Q, V> unused = stopWaiting(caller) ? null : abandoned(caller);
        if (unused != null) {
            unused.stop();
            free();
        }
    }

    private @Nullable Lane<Q, V> abandoned(Caller<Q, V> caller) {
        synchronized (lock) {
            @Nullable Lane<Q, V> lane = caller.takeLane();
            return lane != null && lane.leave() && lane.end() ? lane : null;
        }
    }

    /** Sends the statement of the callers that wait now, on the connection that {@code lane} has acquired. */
    Mono<Batch<Q, V>> send(Lane<Q, V> lane, StatementRunner runner) {
        @Nullable Batch<Q, V> batch = null;
        List<Lane<Q, V>> next = List.of();
        synchronized (lock) {
            if (acquiring.remove(lane)) {
                batch = take(lane);
                next = refill();
            }
        }
        next.forEach(Lane::start);
        if (batch == null || batch.callers().isEmpty()) {
            return Mono.empty();
        }
        return batch.send(runner);
    }

    private Batch<Q, V> take(Lane<Q, V> lane) {
        Batch<Q, V> batch = new Batch<>(statement.gather());
        Iterator<Caller<Q, V>> callers = waiting.iterator();
        while (callers.hasNext() && !batch.isFull()) {
            Caller<Q, V> caller = callers.next();
            if (batch.add(caller)) {
                callers.remove();
                caller.lane(lane);
            }
        }
        stopAlarm();
        lane.serve(batch);
        return batch;
    }

    /** Starts as many lanes as the waiting callers need. The caller starts them outside the lock. */
    private List<Lane<Q, V>> refill() {
        List<Lane<Q, V>> next = List.of();
        while (running < lanes && waiting.size() > acquiring.size() * Gathered.MOST) {
            Lane<Q, V> lane = new Lane<>(this, waiting.iterator().next().currentContext(), tickets);
            acquiring.add(lane);
            running++;
            next = next.isEmpty() ? new ArrayList<>(lanes) : next;
            next.add(lane);
        }
        return next;
    }

    /** Ends {@code lane} and gives {@code batch} to its callers. The next statement is sent before. */
    void completed(Lane<Q, V> lane, @Nullable Batch<Q, V> batch) {
        if (over(lane)) {
            free(batch != null);
            if (batch != null) {
                batch.deliver();
            }
        }
    }

    /**
     * Ends {@code lane} with {@code error}. It concerns the callers of the statement. If no connection was acquired, it
     * concerns the callers that have waited since the lane began.
     */
    void failed(Lane<Q, V> lane, Throwable error) {
        List<Caller<Q, V>> failing;
        synchronized (lock) {
            if (!over(lane)) {
                return;
            }
            @Nullable Batch<Q, V> served = lane.batch();
            failing = served == null ? refused(lane) : served.callers();
        }
        free();
        Answers.deliver(failing, Answers.failures(error, failing.size()));
    }

    private List<Caller<Q, V>> refused(Lane<Q, V> lane) {
        List<Caller<Q, V>> refused = new ArrayList<>();
        for (Caller<Q, V> caller : waiting) {
            if (caller.ticket() <= lane.ticket()) {
                refused.add(caller);
            }
        }
        refused.forEach(waiting::remove);
        stopAlarm();
        return refused;
    }

    private boolean over(Lane<Q, V> lane) {
        synchronized (lock) {
            acquiring.remove(lane);
            return lane.end();
        }
    }
}
