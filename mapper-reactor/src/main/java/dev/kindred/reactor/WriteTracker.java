package dev.kindred.reactor;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Notices whether a pipeline writes, for a filter that gives the client the position of its writes. For one pipeline.
 * Thread-safe.
 *
 * <pre>{@code
 * WriteTracker tracker = mapper.trackWrites();
 * work.contextWrite(tracker::in).then(Mono.defer(tracker::position))
 * }</pre>
 */
public interface WriteTracker {

    /** Returns {@code context}, whose writes are noticed. For {@code contextWrite}. */
    Context in(Context context);

    /**
     * Returns the position of the primary, as {@link ReplicaOperations#tracked} does, if the pipeline has sent a
     * statement that may write. One statement then. Otherwise empty, without a statement. Subscribe to it after the
     * transactions of the pipeline are committed, outside of them.
     */
    Mono<String> position();
}
