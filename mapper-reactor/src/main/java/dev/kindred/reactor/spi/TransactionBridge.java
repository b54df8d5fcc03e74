package dev.kindred.reactor.spi;

import io.r2dbc.spi.Connection;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Connects the transactions of a framework with those of the mapper, in both directions. The framework and the mapper
 * use the same connections. Must be thread-safe.
 */
public interface TransactionBridge {

    /**
     * Returns the transaction of a framework in the Context of the subscriber, or completes empty. Subscribed for each
     * operation, before a connection is acquired, and again in its parts. By default {@code Mono.empty()}, which costs
     * nothing.
     *
     * <p>The innermost transaction wins: one that the framework began inside {@code mapper.transactional(..)} is joined
     * there.
     */
    default Mono<AmbientTransaction> ambient() {
        return Mono.empty();
    }

    /**
     * Returns a connection that the framework keeps for the subscriber although its transaction has ended, or completes
     * empty. The mapper uses it in place of a new one, so that callbacks after a transaction need no second connection.
     * The connection is without a transaction and has no other user until the mapper closes it. Subscribed with the
     * Context of the operation for each connection that the mapper needs. An error fails the operation. By default
     * {@code Mono.empty()}, which costs nothing.
     */
    default Mono<Connection> held(ConnectionRequest request) {
        return Mono.empty();
    }

    /**
     * Returns whether a subscriber with {@code context} is in no transaction of the framework and keeps no connection
     * of one, so that its reads may share a statement with those of others. See
     * {@link dev.kindred.reactor.ReactiveMapperBuilder#sharedReads}. Must not block. By default true only if
     * {@link #ambient()} is {@code Mono.empty()}.
     */
    default boolean isOutside(ContextView context) {
        return ambient() == Mono.<AmbientTransaction>empty();
    }

    /**
     * Returns {@code work} as it runs in {@code transaction}, for example with its connection in the Context, so that
     * other libraries send their statements in the same transaction. Called for each transaction that the mapper
     * begins, once for each attempt, before BEGIN. Not called for savepoints. By default {@code work}.
     *
     * <p>COMMIT follows the completion of the returned {@code Mono}. An error or a cancel rolls back.
     */
    default <T> Mono<T> within(MapperTransaction transaction, Mono<T> work) {
        return work;
    }
}
