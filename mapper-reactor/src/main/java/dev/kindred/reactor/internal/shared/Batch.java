package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
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
        deliver(callers, answers);
    }

    /**
     * Gives each of {@code callers} its answer. Drops what subscribers throw after all have received theirs. Throws the
     * first fatal error again, as Reactor does.
     */
    static <Q, V> void deliver(List<Caller<Q, V>> callers, List<Answer<V>> answers) {
        @Nullable Throwable fatal = null;
        for (int i = 0; i < callers.size(); i++) {
            try {
                callers.get(i).answer(answers.get(i));
            } catch (Throwable thrown) {
                if (fatal == null && Exceptions.isFatal(thrown)) {
                    fatal = thrown;
                } else {
                    Handover.drop(thrown, callers.get(i).currentContext());
                }
            }
        }
        Exceptions.throwIfFatal(fatal);
    }
}
