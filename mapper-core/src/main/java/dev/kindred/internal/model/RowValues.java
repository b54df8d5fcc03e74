package dev.kindred.internal.model;

import org.jspecify.annotations.Nullable;

/** The values of one row while an entity is built from it. Confined to the call of {@link Instantiator#instantiate}. */
public interface RowValues {

    /**
     * Returns the value of a column that is not null. If the column was not selected, returns
     * {@link ColumnDefinition#absent()}.
     *
     * @param column the position of the column in the model
     * @throws dev.kindred.error.MappingException if the row has a null, or a value that the member cannot hold
     */
    @Nullable
    Object required(int column);

    /**
     * Returns the value of a column. If the column was not selected, returns {@link ColumnDefinition#absent()}.
     *
     * @param column the position of the column in the model
     * @throws dev.kindred.error.MappingException if the row has a value that the member cannot hold
     */
    @Nullable
    Object nullable(int column);

    /**
     * Returns an array for the members of the entity. An implementation that serves many rows returns the same array
     * each time.
     *
     * @param size the number of columns and relations
     */
    default @Nullable Object[] members(int size) {
        return new @Nullable Object[size];
    }

    /**
     * Returns the handle of a relation, or null if the entity gets none.
     *
     * @param relation the position of the relation in the model
     */
    @Nullable
    Object handle(int relation);
}
