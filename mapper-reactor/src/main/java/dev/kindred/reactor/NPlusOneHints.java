package dev.kindred.reactor;

import dev.kindred.reactor.internal.hint.RequestHints;
import dev.kindred.reactor.spi.OperationListener;
import reactor.util.context.Context;

/**
 * Hints for development about reads that one request repeats for each entity. Thread-safe and without state.
 * <pre>{@code
 * ReactiveMapper.builder(pool).operationListener(NPlusOneHints.logging()).build();
 *
 * // in a WebFilter
 * return chain.filter(exchange).contextWrite(NPlusOneHints::request);
 * }</pre>
 */
public final class NPlusOneHints {

    private NPlusOneHints() {}

    /**
     * Returns a listener that writes to the logger {@code dev.kindred.hint} at level WARN if five operations of a
     * request read with the same statement. The message names the {@code preload} to add, if the operations read a
     * relation. It is written once for each statement of a request, and has no value of a parameter. A query, its
     * preloads and the chunks of a stream are one operation.
     */
    public static OperationListener logging() {
        return new RequestHints();
    }

    /**
     * Returns {@code context} as the Context of a new request. All operations with this Context are counted together,
     * also on other threads. Operations without a request are not counted.
     */
    public static Context request(Context context) {
        return RequestHints.request(context);
    }
}
