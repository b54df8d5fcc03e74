package dev.kindred.reactor.internal.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a shared statement has for one caller.
 *
 * @param <V> the value of a caller
 */
public sealed interface Answer<V> {

    /**
     * The caller's own value.
     *
     * @param value the value, or null if no row has the key
     */
    record Value<V>(@Nullable V value) implements Answer<V> {}

    /**
     * The caller's own error.
     *
     * @param error the error, which no other caller has
     */
    record Failure<V>(Throwable error) implements Answer<V> {}

    /** The statement did not show whether a row has the key. The caller reads alone. */
    record Unknown<V>() implements Answer<V> {}
}
