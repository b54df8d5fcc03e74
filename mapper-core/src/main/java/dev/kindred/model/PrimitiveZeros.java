package dev.kindred.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of members of primitive types that were not read. */
final class PrimitiveZeros {

    private static final Map<Class<?>, Object> ZEROS = Map.of(
            Boolean.class,
            false,
            Byte.class,
            (byte) 0,
            Short.class,
            (short) 0,
            Integer.class,
            0,
            Long.class,
            0L,
            Character.class,
            '\0',
            Float.class,
            0f,
            Double.class,
            0d);

    private PrimitiveZeros() {}

    /** Returns zero or false, or null if {@code boxed} is not the box of a primitive type. */
    static @Nullable Object of(Class<?> boxed) {
        return ZEROS.get(boxed);
    }
}
