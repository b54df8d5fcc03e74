package dev.kindred.type;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the values of members marked {@link dev.kindred.annotation.Json}. A mapper has one format. It must
 * be thread-safe and must not block.
 */
public interface JsonFormat {

    /** Returns {@code value} as a JSON text. */
    String write(Object value, Type type);

    /**
     * Parses {@code json} as a value of {@code type}. Returns null for a JSON null, unless {@code type} has its own
     * value for it.
     */
    @Nullable
    Object read(String json, Type type);

    /** Returns the default format. Each use throws an error that explains how to set a format. */
    static JsonFormat none() {
        return NoJsonFormat.INSTANCE;
    }
}
