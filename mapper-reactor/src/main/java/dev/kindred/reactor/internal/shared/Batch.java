package dev.kindred.reactor.internal.shared;

import dev.kindred.error.StatementException;
import dev.kindred.internal.key.SharedKeys;
import dev.kindred.reactor.internal.connection.ErrorCopies;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * The reads of one shared statement and their answers. Confined to one thread at a time.
 *
 * @param <V> the value of a read
 */
final class Batch<V> {

    private final List<Caller<V>> callers = new ArrayList<>();
    private final SharedKeys keys = new SharedKeys(ReadSharing.KEYS);
    private List<Answer<V>> answers = List.of();

    /** Adds {@code caller}, or returns false if there would be too many keys. */
    boolean add(Caller<V> caller) {
        return keys.add(caller.keys()) && callers.add(caller);
    }

    List<Caller<V>> callers() {
        return callers;
    }

    /** Sends {@code statement} for all reads. Returns this batch with the answers. */
    Mono<Batch<V>> read(SharedStatement<V> statement, StatementRunner runner) {
        return sent(statement, runner, keys)
                .onErrorResume(
                        error -> callers.size() > 1 && concernsValue(error),
                        error -> half(statement, runner, 0, callers.size() / 2)
                                .flatMap(first -> half(statement, runner, callers.size() / 2, callers.size())
                                        .map(second -> joined(first, second))))
                .map(this::answered);
    }

    private Batch<V> answered(List<Answer<V>> all) {
        answers = all;
        return this;
    }

    private static <V> Mono<List<Answer<V>>> sent(
            SharedStatement<V> statement, StatementRunner runner, SharedKeys keys) {
        return statement.read(runner, keys).contextWrite(Origins.servingCallers(keys.callers()));
    }

    /** The value of one key, or of its row, fails the statement of all. The other half is read without it. */
    private static boolean concernsValue(Throwable error) {
        return error instanceof StatementException refused
                && (refused.sqlState().startsWith("22") || refused.sqlState().startsWith("XX"));
    }

    private Mono<List<Answer<V>>> half(SharedStatement<V> statement, StatementRunner runner, int from, int to) {
        SharedKeys some = new SharedKeys(ReadSharing.KEYS);
        callers.subList(from, to).forEach(caller -> some.add(caller.keys()));
        return sent(statement, runner, some).onErrorResume(error -> Mono.just(failures(error, to - from)));
    }

    private static <V> List<Answer<V>> failures(Throwable error, int callers) {
        List<Answer<V>> failures = new ArrayList<>(callers);
        for (int i = 0; i < callers; i++) {
            failures.add(new Answer.Failure<>(ErrorCopies.of(error)));
        }
        return failures;
    }

    private static <V> List<Answer<V>> joined(List<Answer<V>> first, List<Answer<V>> second) {
        List<Answer<V>> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Gives each read its answer. */
    void deliver() {
        deliver(callers, answers);
    }

    /**
     * Gives each of {@code callers} its answer. Drops what subscribers throw after all have received theirs. Throws the
     * first fatal error again, as Reactor does.
     */
    static <V> void deliver(List<Caller<V>> callers, List<Answer<V>> answers) {
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
