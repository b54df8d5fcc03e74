package dev.kindred.internal.key;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of key columns in a normalized form. Two keys are equal in Java if the server considers them equal:
 *
 * <ul>
 *   <li>whole numbers of any type are {@code Long};
 *   <li>decimals have no trailing zeros, and zeros have no sign;
 *   <li>points in time have no offset;
 *   <li>times and intervals are rounded as the server stores them;
 *   <li>constants of an enum are their names.
 * </ul>
 *
 * <p>The key of several columns is a list. A key with a null part is null, because null matches no row. Thread-safe: it
 * has no state.
 */
public final class RelationKey {

    /** The maximum number of digits of a {@code long}. */
    private static final int DIGITS_OF_LONG = 19;

    private RelationKey() {}

    /** Returns the key of {@code entity}, or null. */
    public static <E> @Nullable Object of(List<EntityColumn<E, ?>> columns, E entity) {
        @Nullable Object raw = raw(columns, entity);
        return raw == null ? null : of(raw);
    }

    /**
     * Returns the value of {@code columns} in {@code entity}: a list for several columns, or null if a part is null.
     */
    public static <E> @Nullable Object raw(List<EntityColumn<E, ?>> columns, E entity) {
        if (columns.size() == 1) {
            return part(columns.get(0), entity);
        }
        List<Object> parts = new ArrayList<>(columns.size());
        for (EntityColumn<E, ?> column : columns) {
            @Nullable Object part = part(column, entity);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    /** Returns the columns of {@code key} that a table has: those except the name of a type. */
    public static <C extends EntityColumn<?, ?>> List<C> stored(List<C> key) {
        for (C column : key) {
            if (Nodes.of(column).isConstant()) {
                return key.stream().filter(each -> !Nodes.of(each).isConstant()).toList();
            }
        }
        return key;
    }

    /** The key of an entity that is not saved matches no row. */
    private static <E> @Nullable Object part(EntityColumn<E, ?> column, E entity) {
        @Nullable Object value = column.getOrNull(entity);
        return Nodes.of(column).isUnset(value) ? null : value;
    }

    /** Returns the key of a raw value. */
    public static Object of(Object raw) {
        if (raw instanceof Long || raw instanceof String) {
            return raw;
        }
        return raw instanceof List<?> parts
                ? parts.stream().map(RelationKey::normalized).toList()
                : normalized(raw);
    }

    private static Object normalized(Object value) {
        if (value instanceof Long || value instanceof String) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger integer) {
            return number(new BigDecimal(integer));
        }
        if (value instanceof BigDecimal decimal) {
            return number(decimal);
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes.clone()) : rare(value);
    }

    private static Object number(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        boolean mayBeLong = plain.scale() <= 0 && (long) plain.precision() - plain.scale() <= DIGITS_OF_LONG;
        if (!mayBeLong) {
            return plain;
        }
        BigInteger whole = plain.toBigIntegerExact();
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : plain;
    }

    private static Object rare(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return number == 0 ? 0d : number;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Year year) {
            return (long) year.getValue();
        }
        if (value instanceof OffsetDateTime time) {
            return StoredTimes.of(time.toInstant());
        }
        return StoredTimes.of(value instanceof ZonedDateTime time ? time.toInstant() : value);
    }
}
