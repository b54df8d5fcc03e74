package dev.kindred.internal.render.postgres;

import java.nio.charset.StandardCharsets;

/** Quotes names. This is the only place where a name becomes SQL text. */
final class Identifiers {

    /** NAMEDATALEN - 1. The server silently truncates longer names, so two names could become equal. */
    private static final int MAX_BYTES = 63;

    private Identifiers() {}

    /**
     * Returns {@code name} in double quotes, with each double quote in it doubled (PostgreSQL manual, section 4.1.1).
     *
     * @throws IllegalArgumentException if the name is empty, contains a NUL or is longer than 63 bytes
     */
    static String quote(String name) {
        return appendQuoted(new StringBuilder(name.length() + 2), name).toString();
    }

    /**
     * Appends the result of {@link #quote(String)}.
     *
     * @throws IllegalArgumentException as for {@link #quote(String)}
     */
    static StringBuilder appendQuoted(StringBuilder text, String name) {
        return isPlain(name)
                ? text.append('"').append(name).append('"')
                : text.append('"').append(checked(name).replace("\"", "\"\"")).append('"');
    }

    /** Nearly all names are plain. They are quoted without an intermediate copy. */
    private static boolean isPlain(String name) {
        int length = name.length();
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~' || c == '"') {
                return false;
            }
        }
        return length > 0 && length <= MAX_BYTES;
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name in SQL must not be empty and must not have a NUL character");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("A name in SQL must not have an unpaired surrogate");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("The name \"" + name + "\" has " + bytes
                    + " bytes; PostgreSQL would truncate it after " + MAX_BYTES
                    + ". Name the column or table explicitly.");
        }
        return name;
    }
}
