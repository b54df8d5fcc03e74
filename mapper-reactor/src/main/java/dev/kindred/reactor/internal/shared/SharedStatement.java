package dev.kindred.reactor.internal.shared;

/**
 * A kind of statement that several callers can share. Must be thread-safe.
 *
 * @param <Q> what a caller asks for
 * @param <V> the value of a caller
 */
@FunctionalInterface
public interface SharedStatement<Q, V> {

    /** Returns the requests of one statement, none yet. */
    Gathered<Q, V> gather();
}
