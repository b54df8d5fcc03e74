package dev.kindred.internal.util;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts values to another class without loss. Thread-safe: it has no state. */
public final class Conversions {

    private static final Map<Class<?>, Function<String, Object>> FROM_TEXT = Map.ofEntries(
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse),
            Map.entry(Duration.class, Duration::parse));

    private static final Set<Class<?>> INTEGERS =
            Set.of(Long.class, Integer.class, Short.class, Byte.class, BigInteger.class);

    private Conversions() {}

    /** Returns {@code value} if it is a {@code type}, or an integer that {@code type} can hold; otherwise null. */
    public static @Nullable Object sameNumber(Class<?> type, Object value) {
        if (type.isInstance(value)) {
            return value;
        }
        return isInteger(value) && INTEGERS.contains(type) ? ExactNumbers.convert(type, (Number) value) : null;
    }

    /**
     * Converts a value from a form or from JSON to {@code type}. Returns null if it has no equal value of {@code type}.
     */
    public static @Nullable Object fromInput(Class<?> type, Object value) {
        @Nullable Object same = sameNumber(type, value);
        if (same != null) {
            return same;
        }
        if (value instanceof Number number) {
            return fromNumber(type, number);
        }
        return value instanceof String text ? fromText(type, text) : null;
    }

    /** A double from an input was parsed from decimal text, which may also be the exact text of a float. */
    private static @Nullable Object fromNumber(Class<?> type, Number number) {
        boolean isDecimal = number instanceof Double value && Double.isFinite(value);
        return ExactNumbers.convert(type, isDecimal ? new BigDecimal(number.toString()) : number);
    }

    private static @Nullable Object fromText(Class<?> type, String text) {
        try {
            if (type.isEnum()) {
                return constant(type, text);
            }
            @Nullable Function<String, Object> parser = FROM_TEXT.get(type);
            return parser == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    private static boolean isInteger(Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger;
    }
}
