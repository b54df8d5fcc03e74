package dev.kindred.reactor.internal.preload;

import org.jspecify.annotations.Nullable;

/**
 * Values of keys that need no statement. Thread-safe.
 *
 * @param <V> the value of a key, see {@link Arity}
 */
interface Known<V> {

    /** Returns whether the value of {@code key} is known, or that it has no row. */
    boolean covers(Object key);

    /** Returns the value of {@code key}, or null if it has no row or is not covered. */
    @Nullable
    V value(Object key);

    /** Returns whether the rows of {@code key}, which is covered, need no link back to their entity. */
    boolean isLinked(Object key);
}
