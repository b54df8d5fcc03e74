package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Receiver;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * One shared statement: it acquires a connection, sends the statement of the reads that wait then, and returns the
 * connection. It has the Context of the read that waited longest when it began. Its state is guarded by the lock of its
 * queue.
 *
 * @param <V> the value of a read
 */
final class Lane<V> extends Receiver<Batch<V>> {

    private final ReadQueue<V> queue;
    private final Context context;
    private final long ticket;
    private @Nullable Batch<V> batch;
    private int remaining;
    private boolean over;

    /** Begins after the read with {@code ticket} began to wait. */
    Lane(ReadQueue<V> queue, Context context, long ticket) {
        this.queue = queue;
        this.context = context;
        this.ticket = ticket;
    }

    long ticket() {
        return ticket;
    }

    /** Acquires a connection and sends the statement. */
    void start() {
        Guarded.of(queue.sharing().statements().together(Access.READ, runner -> queue.send(this, runner)))
                .subscribe(this);
    }

    void stop() {
        cancelUpstream();
    }

    /** Sets the reads of the statement. */
    void serve(Batch<V> served) {
        batch = served;
        remaining = served.callers().size();
    }

    @Nullable
    Batch<V> batch() {
        return batch;
    }

    /** Counts a read that was cancelled. Returns whether it was the last one. */
    boolean leave() {
        remaining--;
        return remaining == 0;
    }

    /** Returns whether this call is the end. */
    boolean end() {
        boolean isFirst = !over;
        over = true;
        return isFirst;
    }

    @Override
    public void onComplete() {
        queue.completed(this, take());
    }

    @Override
    public void onError(Throwable error) {
        queue.failed(this, error);
    }

    @Override
    public Context currentContext() {
        return context;
    }
}
