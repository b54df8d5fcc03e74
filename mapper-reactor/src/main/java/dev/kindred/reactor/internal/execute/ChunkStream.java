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
 * Emits the rows of chunks that are read one after another. The next one is read when more rows are asked for than are at hand, so that
 * it may be on its way while this one is still being completed. The third chunk and those behind it are read ahead of the demand, where
 * the chunks allow it: a subscriber that asks for a few rows at a time would otherwise wait for each chunk anew. What fails before it was asked
 * for is done again when it is: whatever the subscriber does with its rows until then, such as holding the only connection, may have been the
 * reason. At most three chunks are in memory: one that is emitted, one that is completed and one that is read.
 */
public final class ChunkStream {

    private static final int CHUNKS_ON_DEMAND = 2;

    private ChunkStream() {}

    /** Returns the rows of {@code chunks}, of which each subscriber gets its own. */
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
     * What is read. Its methods are called one at a time.
     *
     * @param <T> the row
     */
    public interface Chunks<T> {

        /** Tells whether there may be a further chunk. */
        boolean hasNext();

        /** Returns the next chunk, which is subscribed once, when the one before has been read; it is asked for again where that fails. */
        Mono<List<T>> next();

        /** Tells whether a chunk may be read that nobody has asked for yet. */
        boolean readsAhead();

        /** Returns what is to be done with a chunk before its rows are emitted, while the next one may be on its way. */
        Mono<Void> complete(List<T> chunk);
    }

    /** The state of one subscriber. Everything that is not of a step is touched by one drain at a time. */
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

        /** A loop instead of a call from step to step, so that steps that end at once do not overflow the stack. */
        void drain() {
            if (drains.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            while (missed != 0) {
                while (!disposed && advance()) {
                    // one step after the other
                }
                missed = drains.addAndGet(-missed);
            }
        }

        /** Does what can be done now, and tells whether there may be more. */
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

        /** Begins to emit the chunk that was completed. */
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

        /** Begins to complete the chunk that was read. */
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

        /** Begins to read when more rows are wanted than are at hand, or will be. */
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

        /** One chunk more than the one that is emitted, and while the subscriber waits for the completion of that, another. */
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

        /** The reader may have been disposed before this step was its own. */
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
