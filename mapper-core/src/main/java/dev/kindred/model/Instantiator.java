package dev.kindred.model;

/**
 * Builds an entity from the values of a row. Generated; thread-safe.
 *
 * @param <E> the entity
 */
@FunctionalInterface
public interface Instantiator<E> {

    /** Returns a new entity with the values of {@code row}. */
    E instantiate(RowValues<E> row);
}
