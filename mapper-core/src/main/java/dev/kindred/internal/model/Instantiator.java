package dev.kindred.internal.model;

/**
 * Creates an entity from the values of a row. Thread-safe.
 *
 * @param <E> the entity
 */
@FunctionalInterface
public interface Instantiator<E> {

    /** Returns a new entity with the values of {@code row}. */
    E instantiate(RowValues row);
}
