package dev.kindred.benchmarks.harness;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
            flight.startNext();
        }
        return flight.await();
    }

    private final class Flight implements Completion {

        private final long firstTurn;
        private final AtomicLong started = new AtomicLong();
        private final AtomicLong ended = new AtomicLong();
        private final AtomicLong sum = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final CompletableFuture<Long> all = new CompletableFuture<>();

        private Flight(long firstTurn) {
            this.firstTurn = firstTurn;
        }

        private void startNext() {
            long index = started.getAndIncrement();
            if (index < size && failure.get() == null) {
                operation.start(firstTurn + index, this);
            }
        }

        @Override
        public void complete(long checksum) {
            sum.addAndGet(checksum);
            if (ended.incrementAndGet() == size) {
                all.complete(sum.get());
            } else {
                startNext();
            }
        }

        @Override
        public void fail(Throwable cause) {
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
