package dev.kindred.reactor.internal.execute;

import dev.kindred.reactor.internal.connection.Receiver;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Emits the rows of chunks, which are read one after another.
 *
 * <ul>
 *   <li>The next chunk is read when the demand exceeds the buffered rows, also while the current chunk is being
 *       completed.
 *   <li>From the third chunk on, one chunk is read ahead of the demand if the chunks allow it. Otherwise a subscriber
 *       with small demand waits for each chunk.
 *   <li>A read that fails before its rows are requested is repeated on demand. The subscriber may have caused the
 *       failure, for example by holding the only connection.
 *   <li>Memory holds at most three chunks: one that is emitted, one that is completed and one that is read.
 * </ul>
 */
public final class ChunkStream {

    private static final int CHUNKS_ON_DEMAND = 2;

    private ChunkStream() {}

    /** Returns the rows of {@code chunks}. Each subscriber gets its own chunks. */
    public static <T> Flux<T> of(Supplier<? extends Chunks<T>> chunks) {
        return Flux.create(
                sink -> {
                    Reader<T> reader = new Reader<>(sink, chunks.get());
                    sink.onDispose(reader);
                    sink.onRequest(wanted -> reader.drain());
                },
                FluxSink.OverflowStrategy.ERROR);
    }

    /**
     * The source of chunks. Its methods are called one at a time.
     *
     * @param <T> the row
     */
    public interface Chunks<T> {

        /** Returns whether a further chunk may exist. */
        boolean hasNext();

        /**
         * Returns the next chunk. It is subscribed once, after the previous chunk was read. After a failure this method
         * is called again.
         */
        Mono<List<T>> next();

        /** Returns whether a chunk may be read before it is requested. */
        boolean readsAhead();

        /** Returns the work on a chunk before its rows are emitted. The next chunk may be read at the same time. */
        Mono<Void> complete(List<T> chunk);
    }

    /** The state of one subscriber. One drain at a time changes it, except for the steps. */
    private static final class Reader<T> implements Disposable {

        private final FluxSink<T> sink;
        private final Chunks<T> chunks;
        private final AtomicInteger drains = new AtomicInteger();
        private volatile boolean disposed;
        private volatile @Nullable Step<List<T>> reading;
        private volatile @Nullable Step<Void> completing;
        private List<T> next = List.of();
        private List<T> current = List.of();
        private int emitted;
        private int shown;
        private boolean failedEarly;

        Reader(FluxSink<T> sink, Chunks<T> chunks) {
            this.sink = sink;
            this.chunks = chunks;
        }

        /** A loop instead of recursion: steps that end at once do not overflow the stack. */
        void drain() {
            if (drains.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            while (missed != 0) {
                while (!disposed && advance()) {
                    // each step may enable the next
                }
                missed = drains.addAndGet(-missed);
            }
        }

        /** Advances by one step and returns whether another step may be possible. */
        private boolean advance() {
            emit();
            return !disposed && (complete() || read() || show() || end());
        }

        private void emit() {
            while (emitted < current.size() && sink.requestedFromDownstream() > 0 && !disposed) {
                T row = current.get(emitted);
                emitted++;
                sink.next(row);
            }
        }

        private boolean isEmitted() {
            return emitted == current.size();
        }

        /** Starts to emit the completed chunk. */
        private boolean show() {
            @Nullable Step<Void> step = completing;
            if (step == null || !step.over || !isEmitted()) {
                return false;
            }
            if (step.failure != null && !step.early) {
                return fail(step.failure);
            }
            if (!next.isEmpty() && sink.requestedFromDownstream() == 0) {
                return false;
            }
            if (step.failure != null) {
                startCompleting();
                return true;
            }
            current = next;
            emitted = 0;
            shown++;
            failedEarly = false;
            next = List.of();
            completing = null;
            return true;
        }

        /** Starts to complete the chunk that was read. */
        private boolean complete() {
            @Nullable Step<List<T>> step = reading;
            if (step == null || !step.over || completing != null) {
                return false;
            }
            if (step.failure != null && !step.early) {
                return isEmitted() && fail(step.failure);
            }
            reading = null;
            if (step.failure != null) {
                failedEarly = true;
                return true;
            }
            @Nullable List<T> read = step.result();
            next = read == null ? List.of() : read;
            startCompleting();
            return true;
        }

        private void startCompleting() {
            boolean isWaitedFor = sink.requestedFromDownstream() > current.size() - emitted;
            Step<Void> started = new Step<>(this, !isWaitedFor);
            completing = started;
            started.start(() -> chunks.complete(next));
        }

        /** Starts a read if the demand exceeds the rows that are buffered or being completed. */
        private boolean read() {
            if (reading != null || !chunks.hasNext() || !(isWanted() || isAhead())) {
                return false;
            }
            Step<List<T>> started = new Step<>(this, !isWanted());
            reading = started;
            started.start(chunks::next);
            return true;
        }

        private boolean isWanted() {
            return sink.requestedFromDownstream() > current.size() - emitted + next.size();
        }

        /** Reads one chunk ahead. While the subscriber waits for the completion of that chunk, it reads another. */
        private boolean isAhead() {
            return shown >= CHUNKS_ON_DEMAND
                    && !failedEarly
                    && chunks.readsAhead()
                    && (completing == null || (isEmitted() && sink.requestedFromDownstream() > 0));
        }

        private boolean end() {
            if (isEmitted() && reading == null && completing == null && !chunks.hasNext()) {
                disposed = true;
                sink.complete();
            }
            return false;
        }

        private boolean fail(Throwable failure) {
            disposed = true;
            cancel(reading);
            cancel(completing);
            sink.error(failure);
            return false;
        }

        @Override
        public void dispose() {
            disposed = true;
            cancel(reading);
            cancel(completing);
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }

        private static void cancel(@Nullable Step<?> step) {
            if (step != null) {
                step.cancel();
            }
        }
    }

    /** One chunk that is read or completed. Its outcome has no effect after a cancel. */
    private static final class Step<V> extends Receiver<V> {

        private final Reader<?> reader;
        /** Whether it started before the subscriber requested it. */
        private final boolean early;

        private @Nullable Throwable failure;
        private volatile boolean over;

        Step(Reader<?> reader, boolean early) {
            this.reader = reader;
            this.early = early;
        }

        /** The reader may have been disposed before it referred to this step. */
        void start(Supplier<? extends Mono<V>> source) {
            Mono.defer(source).subscribe(this);
            if (reader.disposed) {
                cancel();
            }
        }

        /** Returns the value, or null without one, and forgets it. */
        @Nullable
        V result() {
            return take();
        }

        void cancel() {
            cancelUpstream();
        }

        @Override
        public Context currentContext() {
            return Context.of(reader.sink.contextView());
        }

        @Override
        public void onComplete() {
            over = true;
            reader.drain();
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
            over = true;
            reader.drain();
        }
    }
}
