package dev.kindred.reactor.internal.connection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed once, on first use. Thread-safe. */
final class Lazy<T> {

    private final Supplier<T> factory;
    private volatile @Nullable T value;

    Lazy(Supplier<T> factory) {
        this.factory = factory;
    }

    T get() {
        @Nullable T known = value;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        @Nullable T known = value;
        if (known == null) {
            known = factory.get();
            value = known;
        }
        return known;
    }
}
