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
     * @param value the value, or null without one
     */
    record Value<V>(@Nullable V value) implements Answer<V> {}

    /**
     * The caller's own error.
     *
     * @param error the error, which no other caller has
     */
    record Failure<V>(Throwable error) implements Answer<V> {}

    /** The statement did not show the outcome of the caller. The caller is sent alone. */
    record Unknown<V>() implements Answer<V> {}
}
