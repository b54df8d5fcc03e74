package dev.kindred.query;

import dev.kindred.model.Aggregate;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An entity with values computed from its related rows. Immutable and thread-safe. Kindred implements it; a test may do
 * so too.
 *
 * @param <E> the entity
 */
public interface Aggregated<E> {

    /** Returns the entity. */
    E entity();

    /** Returns the aggregates of the query, in the order in which they were added. */
    List<Aggregate<E, ?>> aggregates();

    /**
     * Returns the value of an aggregate. An equal aggregate finds the same value.
     *
     * @throws dev.kindred.error.MappingException if the value is null; {@link #getOrNull(Aggregate)} reads a value that
     *     may be null
     * @throws IllegalArgumentException if the query does not have the aggregate; the message lists the aggregates of
     *     the query
     */
    <T extends @Nullable Object> @NonNull T get(Aggregate<E, T> aggregate);

    /**
     * Returns the value of an aggregate, or null if the value is null.
     *
     * @throws IllegalArgumentException if the query does not have the aggregate; the message lists the aggregates of
     *     the query
     */
    <T extends @Nullable Object> @Nullable T getOrNull(Aggregate<E, T> aggregate);

    /**
     * Returns the value of the aggregate with a label.
     *
     * @throws dev.kindred.error.MappingException if the value is null; {@link #getOrNull(String, Class)} reads a value
     *     that may be null
     * @throws IllegalArgumentException if no aggregate has the label; the message lists the aggregates of the query
     * @throws ClassCastException if the value is not a {@code type}
     */
    <T> T get(String label, Class<T> type);

    /**
     * Returns the value of the aggregate with a label, or null if the value is null.
     *
     * @throws IllegalArgumentException if no aggregate has the label; the message lists the aggregates of the query
     * @throws ClassCastException if the value is not a {@code type}
     */
    <T> @Nullable T getOrNull(String label, Class<T> type);
}
