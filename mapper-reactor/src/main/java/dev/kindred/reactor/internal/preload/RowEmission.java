package dev.kindred.reactor.internal.preload;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * Emits the rows of a list that a load of siblings reads, or the rows that are read alone. If it is fused, the
 * subscriber takes the rows of the list without a queue. Thread-safe.
 */
final class RowEmission<R> implements CoreSubscriber<RowList<R>>, Fuseable.QueueSubscription<R> {

    private static final AtomicLongFieldUpdater<RowEmission<?>> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(type(), "requested");
    private static final AtomicReferenceFieldUpdater<RowEmission<?>, @Nullable Subscription> UPSTREAM =
            AtomicReferenceFieldUpdater.newUpdater(type(), Subscription.class, "upstream");

    private final Source<R> source;
    private final CoreSubscriber<? super R> actual;
    private final AtomicInteger drains = new AtomicInteger();
    private volatile @Nullable Subscription upstream;
    private volatile @Nullable Alone alone;
    private volatile List<R> rows = List.of();
    private volatile @Nullable Queue<R> queue;
    private volatile long requested;
    private @Nullable RowList<R> received;
    private boolean isSubscribed;
    private boolean isFused;
    private int emitted;

    /** Emits the rows of the list that this receives to {@code actual}. */
    RowEmission(Source<R> source, CoreSubscriber<? super R> actual) {
        this.source = source;
        this.actual = actual;
    }

    @SuppressWarnings("unchecked") // a class literal has no type arguments
    private static Class<RowEmission<?>> type() {
        return (Class<RowEmission<?>>) (Class<?>) RowEmission.class;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        @Nullable RowList<R> known = isSubscribed ? null : knownIn(subscription);
        if (known != null && known.isRead()) {
            isSubscribed = true;
            Flux.fromIterable(known.rows()).subscribe(actual);
            return;
        }
        Operators.replace(UPSTREAM, this, subscription);
        if (!isSubscribed) {
            isSubscribed = true;
            actual.onSubscribe(this);
        }
        if (known == null) {
            subscription.request(Long.MAX_VALUE);
        } else {
            accept(known);
        }
    }

    /** Returns the list if it is loaded, or the mark of a list that is read alone. */
    @SuppressWarnings("unchecked") // the value of the publisher is a list
    private static <R> @Nullable RowList<R> knownIn(Subscription subscription) {
        return subscription instanceof Fuseable.QueueSubscription<?> loaded
                        && loaded.requestFusion(Fuseable.SYNC) == Fuseable.SYNC
                ? (RowList<R>) loaded.poll()
                : null;
    }

    @Override
    public void onNext(RowList<R> list) {
        received = list;
    }

    @Override
    public void onError(Throwable error) {
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        @Nullable RowList<R> list = received;
        received = null;
        if (list == null) {
            actual.onComplete();
        } else {
            accept(list);
        }
    }

    private void accept(RowList<R> list) {
        if (list.isRead()) {
            rows = list.rows();
            emit();
        } else if (isCancelled()) {
            return;
        } else if (list.hasMore()) {
            source.rowsAlone().subscribe(new Alone());
        } else {
            source.subscribeAgain(this);
        }
    }

    private void emit() {
        if (isFused) {
            actual.onNext(null);
            actual.onComplete();
        } else {
            drain();
        }
    }

    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            emit(rows, requested);
            missed = drains.addAndGet(-missed);
        }
    }

    private void emit(List<R> list, long wanted) {
        int first = emitted;
        while (emitted < list.size() && emitted - first < wanted) {
            if (isCancelled()) {
                return;
            }
            R row = list.get(emitted);
            emitted++;
            actual.onNext(row);
        }
        if (emitted > first) {
            Operators.produced(REQUESTED, this, emitted - first);
            if (emitted == list.size() && !isCancelled()) {
                actual.onComplete();
            }
        }
    }

    @Override
    public void request(long wanted) {
        if (Operators.validate(wanted)) {
            Operators.addCap(REQUESTED, this, wanted);
            @Nullable Alone stream = alone;
            if (stream != null) {
                stream.requestAll();
            } else if (!isFused) {
                drain();
            }
        }
    }

    @Override
    public void cancel() {
        Operators.terminate(UPSTREAM, this);
    }

    private boolean isCancelled() {
        return upstream == Operators.cancelledSubscription();
    }

    @Override
    public int requestFusion(int mode) {
        isFused = (mode & Fuseable.ASYNC) != 0;
        return isFused ? Fuseable.ASYNC : Fuseable.NONE;
    }

    @Override
    public @Nullable R poll() {
        List<R> list = rows;
        if (emitted < list.size()) {
            R row = list.get(emitted);
            emitted++;
            return row;
        }
        @Nullable Queue<R> stream = queue;
        return stream == null ? null : stream.poll();
    }

    @Override
    public int size() {
        @Nullable Queue<R> stream = queue;
        return rows.size() - emitted + (stream == null ? 0 : stream.size());
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public void clear() {
        emitted = rows.size();
        @Nullable Queue<R> stream = queue;
        if (stream != null) {
            stream.clear();
        }
    }

    /** Passes the rows that are read alone on. The demand of the subscriber is the demand for them. */
    private final class Alone implements CoreSubscriber<R> {

        private @Nullable Subscription upstreamOfRows;

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstreamOfRows = subscription;
            queue = isFused ? Queues.<R>unbounded().get() : null;
            if (Operators.replace(UPSTREAM, RowEmission.this, subscription)) {
                alone = this;
                requestAll();
            }
        }

        void requestAll() {
            long wanted = REQUESTED.getAndSet(RowEmission.this, 0);
            if (wanted > 0 && upstreamOfRows != null) {
                upstreamOfRows.request(wanted);
            }
        }

        @Override
        public void onNext(R row) {
            @Nullable Queue<R> stream = queue;
            if (stream == null) {
                actual.onNext(row);
            } else {
                stream.offer(row);
                actual.onNext(null);
            }
        }

        @Override
        public void onError(Throwable error) {
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
        }
    }

    /**
     * Where the rows come from if the received list was not read.
     *
     * @param <R> the related entity
     */
    interface Source<R> {

        /** Subscribes {@code again} to the list, which the next load may read. */
        void subscribeAgain(CoreSubscriber<? super RowList<R>> again);

        /** Returns the rows of a list that no load of siblings reads. */
        Flux<R> rowsAlone();
    }
}
