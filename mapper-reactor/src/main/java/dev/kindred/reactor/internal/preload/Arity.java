package dev.kindred.reactor.internal.preload;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a key of a relation resolves to, and in which form: a row, or a list. Batches, cached values and
 * preloads work with any value. {@link RelationKind} selects the arity of a relation. Thread-safe.
 *
 * @param <R> the related entity
 * @param <V> the value of a key
 */
interface Arity<R, V> {

    /** Returns the value of a key that has {@code before} and then {@code row}. */
    V with(@Nullable V before, R row);

    /** Returns whether {@code row} was the last one that was added to {@code value}. */
    boolean endsWith(V value, R row);

    /** Returns {@code value} after its last row was added. */
    V complete(V value, EachKey<R> rows);

    /**
     * Returns the mark of a key that a load did not cover, or null if every load covers its keys.
     *
     * @param isAlone whether no load of siblings will read the rows
     */
    @Nullable
    V unread(boolean isAlone);

    /** Returns whether a key can have several rows. */
    boolean isOfMany();

    /** Calls {@code action} with each row of {@code value}. */
    void forEach(V value, Consumer<? super R> action);
}
