package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.model.EntityColumn;
import org.jspecify.annotations.Nullable;

/** The numbers of a version column. */
final class VersionNumber {

    private VersionNumber() {}

    static Object first(EntityColumn<?, ?> column) {
        return of(column, 0);
    }

    static Object next(EntityColumn<?, ?> column, @Nullable Object current) {
        if (!(current instanceof Number number)) {
            throw new MappingException(
                    "The " + column + " is null, so the version of the entity is unknown. Read the entity first.");
        }
        long version = number.longValue();
        return version == Long.MAX_VALUE ? of(column, Long.MIN_VALUE) : of(column, version + 1);
    }

    /** Throws if {@code current} has no next version. */
    static void requireNext(EntityColumn<?, ?> column, @Nullable Object current) {
        next(column, current);
    }

    private static Object of(EntityColumn<?, ?> column, long value) {
        Class<?> type = column.type().javaType();
        if (type == Long.class) {
            return value;
        }
        if (type == Integer.class && value == (int) value) {
            return (int) value;
        }
        if (type == Short.class && value == (short) value) {
            return (short) value;
        }
        throw new MappingException("The " + column
                + " cannot be incremented as a version. Use a long, int or short that is below its maximum.");
    }
}
