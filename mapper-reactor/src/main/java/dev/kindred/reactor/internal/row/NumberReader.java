package dev.kindred.reactor.internal.row;

import dev.kindred.internal.util.ExactNumbers;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Row;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a column, or its arrays of numbers, whose type may have others than the class they are read as.
 * The driver cuts what does not fit, so a number is read in the class of its own type and refused unless it has the
 * same value in the other class.
 */
final class NumberReader {

    private static final Set<Class<?>> NUMBERS = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            Float.class,
            Double.class,
            BigDecimal.class);

    private final NumberType type;
    private final Class<?> target;
    private final Class<?> received;

    private NumberReader(NumberType type, Class<?> target, Class<?> received) {
        this.type = type;
        this.target = target;
        this.received = received;
    }

    /** Tells whether {@code wireType} is a class of numbers, or of arrays of them. */
    static boolean concerns(Class<?> wireType) {
        return NUMBERS.contains(wireType.isArray() ? wireType.getComponentType() : wireType);
    }

    /**
     * Returns the reader for the column of {@code row} at {@code index}, or null when the driver reads it as
     * {@code wireType} without a loss.
     */
    static @Nullable NumberReader of(Readable row, int index, Class<?> wireType) {
        if (!concerns(wireType) || !(row instanceof Row known)) {
            return null;
        }
        ColumnMetadata column = known.getMetadata().getColumnMetadata(index);
        if (!(column.getNativeTypeMetadata() instanceof Integer id)) {
            return null;
        }
        return wireType.isArray() ? ofArray(NumberType.ofArray(id), wireType) : of(NumberType.of(id), wireType);
    }

    private static @Nullable NumberReader of(@Nullable NumberType type, Class<?> wireType) {
        return type == null || type.fits(wireType) ? null : new NumberReader(type, wireType, type.javaType());
    }

    private static @Nullable NumberReader ofArray(@Nullable NumberType type, Class<?> wireType) {
        Class<?> element = wireType.getComponentType();
        return type == null || type.javaType() == element
                ? null
                : new NumberReader(type, element, type.javaType().arrayType());
    }

    /**
     * Returns the value of {@code row} at {@code index}, or null.
     *
     * @throws IllegalArgumentException when the class cannot hold it
     */
    @Nullable
    Object read(Readable row, int index) {
        @Nullable Object value = row.get(index, received);
        if (value == null) {
            return null;
        }
        return received.isArray() ? elements((@Nullable Object[]) value) : converted((Number) value);
    }

    private Object elements(@Nullable Object[] numbers) {
        Object converted = Array.newInstance(target, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            @Nullable Object number = numbers[i];
            Array.set(converted, i, number == null ? null : converted((Number) number));
        }
        return converted;
    }

    private Number converted(Number number) {
        @Nullable Number converted = ExactNumbers.convert(target, number);
        if (converted == null) {
            throw new IllegalArgumentException(
                    "no " + target.getSimpleName() + " has the same value as the number; read it as "
                            + type.javaType().getSimpleName());
        }
        return converted;
    }
}
