package dev.kindred.type;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the values of members marked {@link dev.kindred.annotation.Json}. A mapper has one; it must be thread-safe and must
 * not block.
 */
public interface JsonFormat {

    /** Returns {@code value} as one JSON text. */
    String write(Object value, Type type);

    /** Returns the value of {@code type} that {@code json} stands for; null for the JSON null, unless {@code type} has a value for it. */
    @Nullable
    Object read(String json, Type type);

    /** Returns the format of a mapper that was given none: each use of it is an error that says how to set one. */
    static JsonFormat none() {
        return NoJsonFormat.INSTANCE;
    }
}
