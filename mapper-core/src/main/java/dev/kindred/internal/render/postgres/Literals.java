package dev.kindred.internal.render.postgres;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Expression.Parameter;
import java.nio.charset.StandardCharsets;

/** The one place where a text becomes a constant in SQL text, for statements that the server lets bind no value. */
final class Literals {

    private Literals() {}

    /**
     * Returns the value of {@code parameter} as a constant.
     *
     * @throws MappingException when it is neither a boolean, a whole number, a text nor an enum constant
     */
    static String of(Parameter parameter) {
        Object value = parameter.value();
        if (value instanceof Boolean || value instanceof Short || value instanceof Integer || value instanceof Long) {
            return value.toString();
        } else if (value instanceof String text) {
            return quote(text);
        } else if (value instanceof Enum<?> constant && parameter.type().wireType() == String.class) {
            return quote(constant.name());
        }
        throw new MappingException("The condition of a partial index has a value of "
                + parameter.type().javaType().getName() + ", which cannot be written as a constant. Use booleans, whole"
                + " numbers, texts and enum constants, or write the condition with RawSql.");
    }

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
