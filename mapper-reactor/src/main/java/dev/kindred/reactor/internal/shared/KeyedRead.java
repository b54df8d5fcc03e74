package dev.kindred.reactor.internal.shared;

import dev.kindred.internal.key.SharedKeys;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A statement that reads the rows of the keys of several callers. A request is a list of keys. Must be thread-safe.
 *
 * @param <V> the value of a caller
 */
public interface KeyedRead<V> extends SharedStatement<List<Object>, V> {

    /** Sends one statement for {@code keys} with {@code runner}. Returns the answer of each caller, by its position. */
    Mono<List<Answer<V>>> read(StatementRunner runner, SharedKeys keys);

    @Override
    default Gathered<List<Object>, V> gather() {
        return new GatheredKeys<>(this);
    }
}
