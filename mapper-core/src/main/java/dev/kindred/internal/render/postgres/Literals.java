package dev.kindred.internal.render.postgres;

import java.nio.charset.StandardCharsets;

/** The one place where a text becomes a constant in SQL text, for statements that the server lets bind no value. */
final class Literals {

    private Literals() {}

    /**
     * Returns {@code text} in quotes (PostgreSQL manual, section 4.1.2). One with a backslash is written in the form that means the same
     * whatever {@code standard_conforming_strings} is.
     *
     * @throws IllegalArgumentException when it has a NUL or an unpaired surrogate, which the server cannot store
     */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "A text in SQL must not have a NUL character and must not have an unpaired surrogate");
        }
        String doubled = text.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
