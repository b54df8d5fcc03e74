package dev.kindred.reactor.internal.replica;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.ConnectionScopes;
import dev.kindred.reactor.internal.connection.LogPositions;
import dev.kindred.reactor.internal.page.PositionText;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Reads of replicas, and positions of the primary. Thread-safe. */
public final class Replication {

    private final ConnectionScopes connections;
    private final LogPositions positions;
    private final PositionText text;
    private final @Nullable ReplicaRouting routing;

    /** Routes reads with {@code routing}, or all to the primary if it is null. */
    public Replication(
            ConnectionScopes connections, LogPositions positions, PositionText text, @Nullable ReplicaRouting routing) {
        this.connections = connections;
        this.positions = positions;
        this.text = text;
        this.routing = routing;
    }

    /** Returns {@code work}, whose reads may use a replica. */
    public <T> Mono<T> routed(Mono<T> work) {
        return routing == null ? work : work.contextWrite(routing::routed);
    }

    /** Returns {@code work}, whose reads may use a replica. */
    public <T> Flux<T> routed(Flux<T> work) {
        return routing == null ? work : work.contextWrite(routing::routed);
    }

    /**
     * Returns the value of {@code work} together with the position after it.
     *
     * @param inTransaction whether the subscriber is in a transaction
     */
    public <T, R> Mono<R> tracked(Mono<T> work, Mono<Boolean> inTransaction, BiFunction<T, String, R> result) {
        return inTransaction.flatMap(inside -> inside
                ? Mono.error(notCommitted())
                : work.flatMap(value -> position().map(position -> result.apply(value, text.write(position)))));
    }

    private Mono<Long> position() {
        return connections
                .own(Access.WRITE, scope -> scope.converse(Access.WRITE, positions::written))
                .onErrorMap(error -> new AfterCommitException(
                        "The work is done, but the position of the primary after it could not be read. Do not repeat"
                                + " the work. Read from the primary.",
                        error));
    }

    private static TransactionException notCommitted() {
        return new TransactionException(
                "tracked(..) returns the position after COMMIT, but its subscriber is in a transaction. Call it around"
                        + " transactional(..).",
                null);
    }

    /** Returns a function that lets the reads of a Context be at least at the position that {@code signed} contains. */
    public Function<Context, Context> notBefore(String signed) {
        long position = text.read(signed);
        return context -> ReplicaRouting.notBefore(context, position);
    }
}
