package dev.kindred.reactor.internal.preload;

import dev.kindred.model.Relation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a key of a relation resolves to, and in which form. A new kind of relation adds an implementation: its value, such as a list,
 * and its handle, such as a {@code Flux}. Batches, cached rows and preloads work with any value. Thread-safe.
 *
 * @param <R> the related entity
 * @param <V> the value of a key
 */
interface Arity<R, V> {

    /** Returns the arity of {@code relation}. */
    static <R> Arity<R, ?> of(Relation<?, R> relation) {
        return oneRow();
    }

    /** Returns the arity of a relation to one row. The value is the row. */
    static <R> Arity<R, R> oneRow() {
        return OneRow.instance();
    }

    /** Returns the value of a key that has {@code before} and then {@code row}. */
    V with(@Nullable V before, R row);

    /** Calls {@code action} with each row of {@code value}. */
    void forEach(V value, Consumer<? super R> action);

    /** Returns the member of an entity for {@code value}. */
    Object handle(RelatedValue<R, V> value);
}
