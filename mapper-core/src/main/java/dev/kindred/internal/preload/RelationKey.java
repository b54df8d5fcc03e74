package dev.kindred.internal.preload;

import dev.kindred.model.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of the columns a relation goes by, in a form in which the two sides of a relation are equal: integers of any width are
 * {@code Long}, decimals have no trailing zeros, several columns are a list. Null when one of the columns is, since null matches
 * nothing. Thread-safe: it has no state.
 */
public final class RelationKey {

    private RelationKey() {}

    /** Returns the key of {@code entity}, or null. */
    public static <E> @Nullable Object of(List<Column<E, ?>> columns, E entity) {
        if (columns.size() == 1) {
            return normalized(columns.get(0).get(entity));
        }
        List<Object> parts = new ArrayList<>(columns.size());
        for (Column<E, ?> column : columns) {
            @Nullable Object part = normalized(column.get(entity));
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    private static @Nullable Object normalized(@Nullable Object value) {
        if (value == null || value instanceof Long || value instanceof String) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer).stripTrailingZeros();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes.clone()) : value;
    }
}
