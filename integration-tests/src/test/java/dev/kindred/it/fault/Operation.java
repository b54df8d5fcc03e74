package dev.kindred.it.fault;

import dev.kindred.reactor.ReactiveMapper;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.reactivestreams.Publisher;

/**
 * An operation of a user on a mapper.
 *
 * @param name the name
 * @param rows returns the number of rows of each statement of one run
 * @param work the publisher to subscribe to
 * @param readsAhead whether a value may arrive while a connection reads the next values
 */
record Operation(
        String name,
        Supplier<ToIntFunction<String>> rows,
        Function<ReactiveMapper, ? extends Publisher<?>> work,
        boolean readsAhead) {

    static Operation of(String name, Function<ReactiveMapper, ? extends Publisher<?>> work) {
        return new Operation(name, () -> sql -> 1, work, false);
    }

    Operation answered(ToIntFunction<String> given) {
        return new Operation(name, () -> given, work, readsAhead);
    }

    /**
     * The n-th statement that starts with {@code beginning} has the n-th number of rows. Later statements have the last
     * number.
     */
    Operation answered(String beginning, int... numbers) {
        return new Operation(
                name,
                () -> {
                    int[] asked = {0};
                    return sql -> sql.startsWith(beginning) ? numbers[Math.min(asked[0]++, numbers.length - 1)] : 1;
                },
                work,
                readsAhead);
    }

    Operation readingAhead() {
        return new Operation(name, rows, work, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
