package dev.kindred.reactor;

import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of raw SQL. Valid only in the function that receives it. Confined to one thread. */
public interface SqlRow {

    /**
     * Returns the value of a column, which must not be null.
     *
     * @param column the name of the column in the result
     * @param type the class of the value, which {@link SqlTypes#typeOf} must support
     * @throws dev.kindred.error.MappingException if the column does not exist or exists twice, or the value is null or
     *     of another type
     */
    <T> T get(String column, Class<T> type);

    /** Returns the value of a column, which is not null, as {@link #get(String, Class)} does, for any type. */
    <T> T get(String column, SqlType<T> type);

    /** Returns the value of a column, or null, as {@link #get(String, Class)} does. */
    <T> @Nullable T getOrNull(String column, Class<T> type);

    /** Returns the value of a column, or null, as {@link #get(String, Class)} does, for any type. */
    <T> @Nullable T getOrNull(String column, SqlType<T> type);
}
