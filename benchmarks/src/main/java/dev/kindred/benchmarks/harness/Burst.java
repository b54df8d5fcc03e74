package dev.kindred.benchmarks.harness;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Runs a fixed number of operations with a fixed number in flight: each completion starts the next operation. The
 * caller sleeps until all have ended, so that only the peer's own threads are busy.
 */
public final class Burst {

    private static final int LIMIT_SECONDS = 120;
    private static final AtomicLong NEXT_TURN = new AtomicLong(1_000_000);

    private final Operation operation;
    private final int inFlight;
    private final int size;
    private final Histogram durations = new ConcurrentHistogram(TimeUnit.SECONDS.toNanos(LIMIT_SECONDS), 3);

    /** Creates a burst of {@code size} runs of {@code operation}. */
    public Burst(Operation operation, int inFlight, int size) {
        this.operation = operation;
        this.inFlight = inFlight;
        this.size = size;
    }

    /** Runs the burst on rows of its own and returns the sum of the checksums. */
    public long run() {
        return run(NEXT_TURN.getAndAdd(size));
    }

    /** Runs the burst on the rows from {@code firstTurn} and returns the sum of the checksums. */
    public long run(long firstTurn) {
        Flight flight = new Flight(firstTurn);
        for (int i = 0; i < Math.min(inFlight, size); i++) {
            new Lane(flight).startNext();
        }
        return flight.await();
    }

    /** Returns the duration of the operations of all runs. */
    Latency latency() {
        return Latency.of(durations);
    }

    /** Runs one operation after another. */
    private final class Lane implements Completion {

        private final Flight flight;
        private long startedAt;

        private Lane(Flight flight) {
            this.flight = flight;
        }

        private void startNext() {
            long index = flight.next();
            if (index >= 0) {
                startedAt = System.nanoTime();
                operation.start(flight.firstTurn + index, this);
            }
        }

        @Override
        public void complete(long checksum) {
            durations.recordValue(Math.min(System.nanoTime() - startedAt, durations.getHighestTrackableValue()));
            if (!flight.end(checksum)) {
                startNext();
            }
        }

        @Override
        public void fail(Throwable cause) {
            flight.fail(cause);
        }
    }

    private final class Flight {

        private final long firstTurn;
        private final AtomicLong started = new AtomicLong();
        private final AtomicLong ended = new AtomicLong();
        private final AtomicLong sum = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final CompletableFuture<Long> all = new CompletableFuture<>();

        private Flight(long firstTurn) {
            this.firstTurn = firstTurn;
        }

        /** Returns the index of the next operation, or -1 if no further one is to start. */
        private long next() {
            long index = started.getAndIncrement();
            return index < size && failure.get() == null ? index : -1;
        }

        /** Returns whether this was the last operation. */
        private boolean end(long checksum) {
            sum.addAndGet(checksum);
            boolean isLast = ended.incrementAndGet() == size;
            if (isLast) {
                all.complete(sum.get());
            }
            return isLast;
        }

        private void fail(Throwable cause) {
            failure.compareAndSet(null, cause);
            all.completeExceptionally(cause);
        }

        private long await() {
            try {
                return all.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("An operation failed: " + e.getCause(), e.getCause());
            } catch (TimeoutException e) {
                throw new IllegalStateException(
                        ended.get() + " of " + size + " operations ended within " + LIMIT_SECONDS + " s", e);
            }
        }
    }
}
