package dev.kindred.it.fault;

import dev.kindred.reactor.ReactiveMapper;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.reactivestreams.Publisher;

/**
 * Something that a user does with a mapper.
 *
 * @param name what it is
 * @param rows returns how many rows each statement of one execution is answered with
 * @param work what is subscribed
 * @param readsAhead whether a value may come while a connection is out that reads the next ones
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

    /** The n-th statement that begins with {@code beginning} is answered with the n-th number of rows, further ones with the last. */
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
