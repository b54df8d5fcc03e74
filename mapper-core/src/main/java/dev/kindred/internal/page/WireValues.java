package dev.kindred.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kindred.internal.util.Conversions;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Encodes driver values as bytes: the length, then the text. Thread-safe: it has no state. */
final class WireValues {

    private static final int NULL = -1;

    /** The parsers for the texts that {@link Object#toString()} produces. */
    private static final Map<Class<?>, Function<String, @Nullable Object>> FROM_TEXT = Map.ofEntries(
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(String.class, text -> text),
            Map.entry(byte[].class, HexFormat.of()::parseHex),
            Map.entry(OffsetTime.class, OffsetTime::parse),
            converted(BigDecimal.class),
            converted(UUID.class),
            converted(Instant.class),
            converted(LocalDate.class),
            converted(LocalTime.class),
            converted(LocalDateTime.class));

    private WireValues() {}

    private static Map.Entry<Class<?>, Function<String, @Nullable Object>> converted(Class<?> type) {
        return Map.entry(type, text -> Conversions.fromInput(type, text));
    }

    static boolean knows(Class<?> type) {
        return FROM_TEXT.containsKey(type) || (type.isArray() && FROM_TEXT.containsKey(type.getComponentType()));
    }

    static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
        } else if (value instanceof Object[] items) {
            out.writeInt(items.length);
            for (Object item : items) {
                write(out, item);
            }
        } else {
            byte[] text = (value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString())
                    .getBytes(UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    static @Nullable Object read(DataInputStream in, Class<?> type) throws IOException {
        int length = in.readInt();
        if (length == NULL) {
            return null;
        }
        if (length < 0 || length > in.available()) {
            throw new IllegalArgumentException("a length is invalid");
        }
        if (FROM_TEXT.containsKey(type)) {
            return parsed(type, new String(in.readNBytes(length), UTF_8));
        }
        Object items = Array.newInstance(type.getComponentType(), length);
        for (int i = 0; i < length; i++) {
            Array.set(items, i, read(in, type.getComponentType()));
        }
        return items;
    }

    private static Object parsed(Class<?> type, String text) {
        @Nullable Function<String, @Nullable Object> parser = FROM_TEXT.get(type);
        @Nullable Object value = parser == null ? null : parser.apply(text);
        if (value == null) {
            throw new IllegalArgumentException("the text of a value is not a valid " + type.getSimpleName());
        }
        return value;
    }
}
