package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The callers of one shared statement and their answers. Confined to one thread at a time.
 *
 * @param <Q> what a caller asks for
 * @param <V> the value of a caller
 */
final class Batch<Q, V> {

    private final List<Caller<Q, V>> callers = new ArrayList<>();
    private final Gathered<Q, V> requests;
    private List<Answer<V>> answers = List.of();

    Batch(Gathered<Q, V> requests) {
        this.requests = requests;
    }

    /** Adds {@code caller}, or returns false if it must wait for another statement. */
    boolean add(Caller<Q, V> caller) {
        return requests.add(caller.request()) && callers.add(caller);
    }

    boolean isFull() {
        return requests.isFull();
    }

    List<Caller<Q, V>> callers() {
        return callers;
    }

    /** Sends the statement. Returns this batch with the answers. */
    Mono<Batch<Q, V>> send(StatementRunner runner) {
        return requests.send(runner).map(this::answered);
    }

    private Batch<Q, V> answered(List<Answer<V>> all) {
        answers = all;
        return this;
    }

    /** The statement has ended, or is cancelled. */
    void end() {
        requests.end();
    }

    /** Gives each caller its answer. */
    void deliver() {
        Answers.deliver(callers, answers);
    }
}
