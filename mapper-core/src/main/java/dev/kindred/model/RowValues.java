package dev.kindred.model;

import org.jspecify.annotations.Nullable;

/**
 * The values of one row while an entity is built from it. Confined to the call of {@link Instantiator#instantiate}.
 *
 * @param <E> the entity
 */
public interface RowValues<E> {

    /**
     * Returns the value of a column that is not nullable; {@link ColumnDefinition#absent()} if the column was not
     * selected.
     *
     * @param ordinal the position of {@code column} among {@link EntityModel#columns()}
     * @throws dev.kindred.error.MappingException if the value is null or does not fit the member
     */
    <T> T get(int ordinal, EntityColumn<E, T> column);

    /**
     * Returns the value of a column; null if the value is null or the column was not selected.
     *
     * @param ordinal the position of {@code column} among {@link EntityModel#columns()}
     * @throws dev.kindred.error.MappingException if the value does not fit the member
     */
    <T> @Nullable T getOrNull(int ordinal, EntityColumn<E, T> column);

    /**
     * Returns the live handle of a relation.
     *
     * @param ordinal the position of {@code relation} among {@link EntityModel#relations()}
     * @param <H> the type of the member, {@code Mono} of the related entity
     */
    // The core has no Reactor types; generated code uses the type of its member.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <H> H handle(int ordinal, Relation<E, ?> relation);
}
