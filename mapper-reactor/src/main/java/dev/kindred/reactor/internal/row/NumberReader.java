package dev.kindred.reactor.internal.row;

import dev.kindred.internal.util.ExactNumbers;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers, or arrays of numbers, whose column type has a wider range than the Java class. The driver truncates
 * numbers that do not fit. This class reads each number in the class of its column type, and refuses it if the
 * requested class has no equal value.
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

    /** Returns whether {@code wireType} is a class of numbers or of arrays of numbers. */
    static boolean concerns(Class<?> wireType) {
        return NUMBERS.contains(wireType.isArray() ? wireType.getComponentType() : wireType);
    }

    /**
     * Returns the reader for a column of the type with the object id {@code dataType}, or null if the driver reads it
     * as {@code wireType} without loss.
     */
    static @Nullable NumberReader of(@Nullable Integer dataType, Class<?> wireType) {
        if (dataType == null || !concerns(wireType)) {
            return null;
        }
        return wireType.isArray()
                ? ofArray(NumberType.ofArray(dataType), wireType)
                : of(NumberType.of(dataType), wireType);
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

    /** Returns the class of the values that are read. */
    Class<?> received() {
        return received;
    }

    /**
     * Returns {@code value}, which was read as {@link #received}, as a value of the requested class.
     *
     * @throws IllegalArgumentException if the class has no equal value
     */
    Object converted(Object value) {
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
