package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.ErrorCopies;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * The reads of one kind that run or wait. They differ in their keys only. A limited number of statements run at the
 * same time, each in a lane. A read that finds a free lane is sent alone and at once. Others wait. When a lane becomes
 * free, it acquires a connection, and the reads that wait then share one statement. So the statement of a read starts
 * after its subscription. Thread-safe.
 *
 * <p>Each kind has its own lanes. A lock on one table does not stop the reads of others.
 *
 * @param <V> the value of a read
 */
public final class ReadQueue<V> {

    private final ReadSharing sharing;
    private final SharedStatement<V> statement;
    private final int lanes;

    // The fields below are guarded by this lock. It is held for a few operations on collections only.
    private final Object lock = new Object();
    private final Set<Caller<V>> waiting = new LinkedHashSet<>();
    private final Set<Lane<V>> acquiring = new LinkedHashSet<>();
    private int running;
    private long tickets;

    /** Starts without a read. Reads that share send {@code statement}. */
    public ReadQueue(ReadSharing sharing, SharedStatement<V> statement) {
        this.sharing = sharing;
        this.statement = statement;
        this.lanes = sharing.lanes();
    }

    /**
     * Returns the value of {@code rawKeys}, or completes empty. The read begins with the first request.
     *
     * @param alone the same read with a statement of its own
     */
    public Mono<V> read(List<Object> rawKeys, Supplier<Mono<V>> alone) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super V> actual) {
                if (sharing.mayShare(actual.currentContext())) {
                    actual.onSubscribe(new Caller<>(ReadQueue.this, actual, rawKeys, alone));
                } else {
                    alone.get().subscribe(actual);
                }
            }
        };
    }

    ReadSharing sharing() {
        return sharing;
    }

    SharedStatement<V> statement() {
        return statement;
    }

    /** Begins the read of {@code caller}. Returns whether it is sent alone: it then has a lane, and must free it. */
    boolean begin(Caller<V> caller) {
        synchronized (lock) {
            if (running < lanes && waiting.isEmpty()) {
                running++;
                return true;
            }
            caller.ticket(++tickets);
            waiting.add(caller);
            return false;
        }
    }

    /** Frees the lane of a read that was sent alone. */
    void free() {
        List<Lane<V>> next;
        synchronized (lock) {
            running--;
            next = refill();
        }
        next.forEach(Lane::start);
    }

    /** Removes {@code caller} if it still waits. */
    boolean stopWaiting(Caller<V> caller) {
        List<Lane<V>> unused = List.of();
        synchronized (lock) {
            if (!waiting.remove(caller)) {
                return false;
            }
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
    void leave(Caller<V> caller) {
        @Nullable Lane<V> unused = stopWaiting(caller) ? null : abandoned(caller);
        if (unused != null) {
            unused.stop();
            free();
        }
    }

    private @Nullable Lane<V> abandoned(Caller<V> caller) {
        synchronized (lock) {
            @Nullable Lane<V> lane = caller.takeLane();
            return lane != null && lane.leave() && lane.end() ? lane : null;
        }
    }

    /** Sends the statement of the reads that wait now, on the connection that {@code lane} has acquired. */
    Mono<Batch<V>> send(Lane<V> lane, StatementRunner runner) {
        @Nullable Batch<V> batch = null;
        List<Lane<V>> next = List.of();
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
        batch.callers().forEach(Caller::sent);
        return batch.read(statement, runner);
    }

    private Batch<V> take(Lane<V> lane) {
        Batch<V> batch = new Batch<>();
        Iterator<Caller<V>> callers = waiting.iterator();
        while (callers.hasNext()) {
            Caller<V> caller = callers.next();
            if (!batch.add(caller)) {
                break;
            }
            callers.remove();
            caller.lane(lane);
        }
        lane.serve(batch);
        return batch;
    }

    /** Starts as many lanes as the waiting reads need. The caller starts them outside the lock. */
    private List<Lane<V>> refill() {
        List<Lane<V>> next = List.of();
        while (running < lanes && waiting.size() > acquiring.size() * ReadSharing.KEYS) {
            Lane<V> lane = new Lane<>(this, waiting.iterator().next().currentContext(), tickets);
            acquiring.add(lane);
            running++;
            next = next.isEmpty() ? new ArrayList<>(lanes) : next;
            next.add(lane);
        }
        return next;
    }

    /** Ends {@code lane} and gives {@code batch} to its callers. The next statement is sent before. */
    void completed(Lane<V> lane, @Nullable Batch<V> batch) {
        if (over(lane)) {
            free();
            if (batch != null) {
                batch.deliver();
            }
        }
    }

    /**
     * Ends {@code lane} with {@code error}. It concerns the callers of the statement. If no connection was acquired, it
     * concerns the callers that have waited since the lane began.
     */
    void failed(Lane<V> lane, Throwable error) {
        List<Caller<V>> failing;
        synchronized (lock) {
            if (!over(lane)) {
                return;
            }
            @Nullable Batch<V> served = lane.batch();
            failing = served == null ? refused(lane) : served.callers();
        }
        free();
        List<Answer<V>> answers = new ArrayList<>(failing.size());
        for (int i = 0; i < failing.size(); i++) {
            answers.add(new Answer.Failure<>(i == 0 ? error : ErrorCopies.of(error)));
        }
        Batch.deliver(failing, answers);
    }

    private List<Caller<V>> refused(Lane<V> lane) {
        List<Caller<V>> refused = new ArrayList<>();
        for (Caller<V> caller : waiting) {
            if (caller.ticket() <= lane.ticket()) {
                refused.add(caller);
            }
        }
        refused.forEach(waiting::remove);
        return refused;
    }

    private boolean over(Lane<V> lane) {
        synchronized (lock) {
            acquiring.remove(lane);
            return lane.end();
        }
    }
}
