package dev.kindred.reactor.internal.transaction;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Counts the statements of other users of a connection while they are handed to the driver. The end of a transaction
 * waits until none is, since a statement that follows ROLLBACK would commit by itself. Thread-safe.
 */
final class Handing {

    private final AtomicInteger handing = new AtomicInteger();
    private final Sinks.Empty<Void> quiet = Sinks.empty();
    private volatile boolean closed;

    /** Starts to hand over a statement, or returns false after {@link #close()}. */
    boolean begin() {
        handing.incrementAndGet();
        if (closed) {
            end();
            return false;
        }
        return true;
    }

    /** Ends what {@link #begin()} has started. */
    void end() {
        if (handing.decrementAndGet() == 0 && closed) {
            quiet.tryEmitEmpty();
        }
    }

    /** Refuses statements from now on, and completes when none is being handed over. Does not wait for answers. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            closed = true;
            return handing.get() == 0 ? Mono.empty() : quiet.asMono();
        });
    }
}
