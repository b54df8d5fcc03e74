package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The requests of one shared statement. Requests are added before the statement is sent. The lock of the queue guards
 * {@link #add} and {@link #end}.
 *
 * @param <Q> what a caller asks for
 * @param <V> the value of a caller
 */
public interface Gathered<Q, V> {

    /** The maximum number of requests and of distinct keys in one statement. */
    int MOST = 1000;

    /** Adds {@code request}, or returns false if it must wait for another statement. */
    boolean add(Q request);

    /** Returns whether every further request must wait for another statement. */
    boolean isFull();

    /** Sends the statement with {@code runner}. Returns the answer of each request, in the order of the requests. */
    Mono<List<Answer<V>>> send(StatementRunner runner);

    /** As {@link #send}, but sends nothing after an error: a transaction would refuse it. */
    default Mono<List<Answer<V>>> sendOnce(StatementRunner runner) {
        return send(runner);
    }

    /** The statement has ended, or is cancelled. */
    default void end() {}
}
