package dev.kindred.reactor.internal.row;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numeric types of the server, by their object ids (PostgreSQL source, {@code pg_type.dat}). */
enum NumberType {
    INT2(21, 1005, Short.class),
    INT4(23, 1007, Integer.class),
    INT8(20, 1016, Long.class),
    OID(26, 1028, Long.class),
    FLOAT4(700, 1021, Float.class),
    FLOAT8(701, 1022, Double.class),
    NUMERIC(1700, 1231, BigDecimal.class);

    /** The further classes that can represent every number of a type. */
    private static final Map<NumberType, Set<Class<?>>> WIDER = Map.of(
            INT2, Set.of(Integer.class, Long.class, Float.class, Double.class, BigDecimal.class),
            INT4, Set.of(Long.class, Double.class, BigDecimal.class),
            INT8, Set.of(BigDecimal.class),
            OID, Set.of(BigDecimal.class),
            FLOAT4, Set.of(Double.class),
            FLOAT8, Set.of(),
            NUMERIC, Set.of());

    private static final Map<Integer, NumberType> SCALARS = byId(type -> type.scalar);
    private static final Map<Integer, NumberType> ARRAYS = byId(type -> type.array);

    private final int scalar;
    private final int array;
    private final Class<? extends Number> javaType;

    NumberType(int scalar, int array, Class<? extends Number> javaType) {
        this.scalar = scalar;
        this.array = array;
        this.javaType = javaType;
    }

    private static Map<Integer, NumberType> byId(Function<NumberType, Integer> id) {
        return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    /** Returns the numeric type with the object id {@code id}, or null. */
    static @Nullable NumberType of(Integer id) {
        return SCALARS.get(id);
    }

    /** Returns the element type of the array type with the object id {@code id}, or null. */
    static @Nullable NumberType ofArray(Integer id) {
        return ARRAYS.get(id);
    }

    /** Returns the Java class of this type. */
    Class<? extends Number> javaType() {
        return javaType;
    }

    /** Returns whether the driver reads every number of this type as an equal {@code type}. */
    boolean fits(Class<?> type) {
        return type == javaType || WIDER.getOrDefault(this, Set.of()).contains(type);
    }
}
