package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.row.NamedValues;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of raw SQL. Valid only in the function that receives it. Confined to one thread. */
public final class SqlRow {

    private final NamedValues values;

    SqlRow(NamedValues values) {
        this.values = values;
    }

    /**
     * Returns the value of a column, which must not be null.
     *
     * @param column the name of the column in the result
     * @param type the class of the value, which {@link SqlTypes#typeOf} must support
     * @throws dev.kindred.error.MappingException if the column does not exist or exists twice, or the value is null or
     *     of another type
     */
    @SuppressWarnings("unchecked") // the type of a class has values of that class
    public <T> T get(String column, Class<T> type) {
        return get(column, (SqlType<T>) SqlTypes.typeOf(type));
    }

    /** Returns the value of a column as a {@code type}, as {@link #get(String, Class)} does. */
    public <T> T get(String column, SqlType<T> type) {
        return values.required(Checks.notNull(column, "column"), Checks.notNull(type, "type"));
    }

    /** Returns the value of a column, or null, as {@link #get(String, Class)} does. */
    @SuppressWarnings("unchecked") // the type of a class has values of that class
    public <T> @Nullable T getOrNull(String column, Class<T> type) {
        return getOrNull(column, (SqlType<T>) SqlTypes.typeOf(type));
    }

    /** Returns the value of a column as a {@code type}, or null, as {@link #get(String, Class)} does. */
    public <T> @Nullable T getOrNull(String column, SqlType<T> type) {
        return values.nullable(Checks.notNull(column, "column"), Checks.notNull(type, "type"));
    }
}
