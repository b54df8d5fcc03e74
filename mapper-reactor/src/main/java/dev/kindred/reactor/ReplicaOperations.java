package dev.kindred.reactor;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Reads from the replicas of {@link ReactiveMapperBuilder#replicas}. The replica part of {@link ReactiveMapper}.
 * Thread-safe.
 *
 * <ul>
 *   <li>Only the reads of {@code fromReplica(..)} and transactions with {@code onReplica()} use a replica.
 *   <li>The reads of one subscription stay on one replica, so that a later read is never older than an earlier one.
 *       After its first write or read-write transaction they use the primary.
 *   <li>A handle loads from the primary, so that a child is never older than its parent. Use {@code preload} to read
 *       children from the replica.
 *   <li>Raw SQL uses the primary, since its effect is not known. A transaction with {@code onReplica()} runs it on a
 *       replica.
 *   <li>A read outside a transaction that loses its replica, or conflicts with recovery (SQLSTATE 40001, 40P01), is
 *       sent once more, to the primary.
 *   <li>Each server is asked for its position at most once for each interval, with one statement before a read, which
 *       waits for it at most 5 seconds.
 * </ul>
 */
public interface ReplicaOperations {

    /** Returns {@code work}, whose reads may use a replica: {@code query.all().as(mapper::fromReplica)}. */
    <T> Flux<T> fromReplica(Flux<T> work);

    /** Returns {@code work}, whose reads may use a replica. */
    <T> Mono<T> fromReplica(Mono<T> work);

    /**
     * Returns the value of {@code work} with the position of the primary after it, so that later reads of a replica see
     * what {@code work} wrote. Sends one more statement to the primary after {@code work}. Empty work is empty.
     *
     * <p>In a transaction it is a {@link dev.kindred.error.TransactionException}, before any statement: the position is
     * that after COMMIT.
     */
    <T> Mono<Tracked<T>> tracked(Mono<T> work);

    /**
     * Returns a tracker for one pipeline. It notices writes of this mapper, also in the transactions of a framework.
     * Raw SQL counts as a write. No statement.
     */
    WriteTracker trackWrites();

    /**
     * Returns a function for {@code contextWrite}: the reads of a replica see at least what was written before
     * {@code position}. If no replica has replayed it, they use the primary. No statement. A later position in the
     * Context is kept.
     *
     * <p>The text is signed with {@link ReactiveMapperBuilder#cursorKey}. It can travel in a cookie.
     *
     * @throws dev.kindred.error.InvalidCursorException if {@code position} was changed or signed with another key
     */
    Function<Context, Context> notBefore(String position);
}
