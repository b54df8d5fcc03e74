package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Receiver;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * One shared statement: it acquires a connection, sends the statement of the callers that wait then, and returns the
 * connection. It has the Context of the caller that waited longest when it began. Its state is guarded by the lock of
 * its queue.
 *
 * @param <Q> what a caller asks for
 * @param <V> the value of a caller
 */
final class Lane<Q, V> extends Receiver<Batch<Q, V>> {

    private final SharedQueue<Q, V> queue;
    private final Context context;
    private final long ticket;
    private @Nullable Batch<Q, V> batch;
    private int remaining;
    private boolean over;

    /** Begins after the caller with {@code ticket} began to wait. */
    Lane(SharedQueue<Q, V> queue, Context context, long ticket) {
        this.queue = queue;
        this.context = context;
        this.ticket = ticket;
    }

    long ticket() {
        return ticket;
    }

    /** Acquires a connection and sends the statement. */
    void start() {
        Guarded.of(queue.sharing().statements().together(queue.access(), runner -> queue.send(this, runner)))
                .subscribe(this);
    }

    void stop() {
        cancelUpstream();
    }

    /** Sets the callers of the statement. */
    void serve(Batch<Q, V> served) {
        batch = served;
        remaining = served.callers().size();
    }

    @Nullable
    Batch<Q, V> batch() {
        return batch;
    }

    /** Counts a caller that was cancelled. Returns whether it was the last one. */
    boolean leave() {
        remaining--;
        return remaining == 0;
    }

    /** Returns whether this call is the end. */
    boolean end() {
        boolean isFirst = !over;
        over = true;
        if (isFirst && batch != null) {
            batch.end();
        }
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
