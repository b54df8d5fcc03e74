package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import reactor.core.publisher.Mono;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Measures how long one caller waits for a connection. Its end is reported once. Thread-safe. */
final class AcquireTimer {

    private static final Logger LOG = Loggers.getLogger(AcquireTimer.class);

    private final BiConsumer<Duration, Outcome> listener;
    private final long start = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    private AcquireTimer(BiConsumer<Duration, Outcome> listener) {
        this.listener = listener;
    }

    /** Returns {@code acquired} with its time reported to {@code listener}. */
    static Mono<Connection> timed(Mono<Connection> acquired, BiConsumer<Duration, Outcome> listener) {
        return Mono.defer(() -> {
            AcquireTimer timer = new AcquireTimer(listener);
            return acquired.doOnSuccess(connection -> timer.end(Outcome.COMPLETED))
                    .doOnError(error -> timer.end(Outcome.FAILED))
                    .doOnCancel(() -> timer.end(Outcome.CANCELLED));
        });
    }

    /** An exception of the listener would lose the connection. */
    private void end(Outcome outcome) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            listener.accept(Duration.ofNanos(System.nanoTime() - start), outcome);
        } catch (Throwable e) {
            LOG.warn("A listener of a connection pool failed", e);
        }
    }
}
