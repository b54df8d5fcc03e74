package dev.kindred.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed on first use and kept, so that two models may refer to each other. Threads may compute it at
 * the same time.
 */
record Late<T>(Supplier<T> source, AtomicReference<@Nullable T> known) implements Supplier<T> {

    Late(Supplier<T> source) {
        this(source, new AtomicReference<>());
    }

    @Override
    public T get() {
        @Nullable T value = known.get();
        if (value == null) {
            value = source.get();
            known.set(value);
        }
        return value;
    }
}
