package dev.kindred.reactor.internal.shared;

import dev.kindred.error.StatementException;
import dev.kindred.internal.key.SharedKeys;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The keys of the reads of one shared statement. Confined to one thread at a time.
 *
 * @param <V> the value of a read
 */
final class GatheredKeys<V> implements Gathered<List<Object>, V> {

    private final KeyedRead<V> statement;
    private final List<List<Object>> requests = new ArrayList<>();
    private final SharedKeys keys = new SharedKeys(MOST);
    private boolean full;

    GatheredKeys(KeyedRead<V> statement) {
        this.statement = statement;
    }

    @Override
    public boolean add(List<Object> request) {
        full = !keys.add(request);
        return !full && requests.add(request);
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public Mono<List<Answer<V>>> send(StatementRunner runner) {
        int all = requests.size();
        return sent(runner, keys)
                .onErrorResume(
                        error -> all > 1 && concernsValue(error),
                        error -> half(runner, 0, all / 2)
                                .flatMap(first -> half(runner, all / 2, all).map(second -> joined(first, second))));
    }

    @Override
    public Mono<List<Answer<V>>> sendOnce(StatementRunner runner) {
        return sent(runner, keys);
    }

    private Mono<List<Answer<V>>> sent(StatementRunner runner, SharedKeys some) {
        return statement.read(runner, some).contextWrite(Origins.servingCallers(some.callers()));
    }

    /** The value of one key, or of its row, fails the statement of all. The other half is read without it. */
    private static boolean concernsValue(Throwable error) {
        return error instanceof StatementException refused
                && (refused.sqlState().startsWith("22") || refused.sqlState().startsWith("XX"));
    }

    private Mono<List<Answer<V>>> half(StatementRunner runner, int from, int to) {
        SharedKeys some = new SharedKeys(MOST);
        requests.subList(from, to).forEach(some::add);
        return sent(runner, some).onErrorResume(error -> Mono.just(Answers.failures(error, to - from)));
    }

    private static <V> List<Answer<V>> joined(List<Answer<V>> first, List<Answer<V>> second) {
        List<Answer<V>> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
