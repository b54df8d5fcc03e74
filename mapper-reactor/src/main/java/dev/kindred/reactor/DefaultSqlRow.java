package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.row.NamedValues;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of a result. */
record DefaultSqlRow(NamedValues values) implements SqlRow {

    @Override
    @SuppressWarnings("unchecked") // the type of a class has values of that class
    public <T> T get(String column, Class<T> type) {
        return get(column, (SqlType<T>) SqlTypes.typeOf(type));
    }

    @Override
    public <T> T get(String column, SqlType<T> type) {
        return values.required(Checks.notNull(column, "column"), Checks.notNull(type, "type"));
    }

    @Override
    @SuppressWarnings("unchecked") // the type of a class has values of that class
    public <T> @Nullable T getOrNull(String column, Class<T> type) {
        return getOrNull(column, (SqlType<T>) SqlTypes.typeOf(type));
    }

    @Override
    public <T> @Nullable T getOrNull(String column, SqlType<T> type) {
        return values.nullable(Checks.notNull(column, "column"), Checks.notNull(type, "type"));
    }
}
