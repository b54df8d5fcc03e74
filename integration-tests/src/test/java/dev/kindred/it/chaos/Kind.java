package dev.kindred.it.chaos;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A kind of operation. Immutable.
 *
 * @param weight how often it is chosen, relative to the others
 * @param work returns the operation, which records its writes in the ledger
 */
record Kind(String name, int weight, Function<Draw, Mono<?>> work) {

    static Kind of(String name, int weight, Function<Draw, Mono<?>> work) {
        return new Kind(name, weight, work);
    }
}
