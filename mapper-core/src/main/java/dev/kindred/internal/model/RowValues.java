package dev.kindred.internal.model;

import java.util.Objects;
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

    /** Returns the value of a primitive member, as {@link #required} does. An implementation can avoid the box. */
    default boolean requiredBoolean(int column) {
        return (boolean) Objects.requireNonNull(required(column));
    }

    /** Returns the value of a primitive member, as {@link #required} does. An implementation can avoid the box. */
    default short requiredShort(int column) {
        return (short) Objects.requireNonNull(required(column));
    }

    /** Returns the value of a primitive member, as {@link #required} does. An implementation can avoid the box. */
    default int requiredInt(int column) {
        return (int) Objects.requireNonNull(required(column));
    }

    /** Returns the value of a primitive member, as {@link #required} does. An implementation can avoid the box. */
    default long requiredLong(int column) {
        return (long) Objects.requireNonNull(required(column));
    }

    /** Returns the value of a primitive member, as {@link #required} does. An implementation can avoid the box. */
    default float requiredFloat(int column) {
        return (float) Objects.requireNonNull(required(column));
    }

    /** Returns the value of a primitive member, as {@link #required} does. An implementation can avoid the box. */
    default double requiredDouble(int column) {
        return (double) Objects.requireNonNull(required(column));
    }

    /**
     * Returns the handle of a relation, or null if the entity gets none.
     *
     * @param relation the position of the relation in the model
     */
    @Nullable
    Object handle(int relation);
}
