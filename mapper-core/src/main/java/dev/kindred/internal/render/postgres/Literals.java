package dev.kindred.internal.render.postgres;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Expression.Parameter;
import java.nio.charset.StandardCharsets;

/** Quotes literals, for statements that cannot bind values. This is the only place where a value becomes SQL text. */
final class Literals {

    private Literals() {}

    /**
     * Returns the value of {@code parameter} as a literal.
     *
     * @throws MappingException if it is not a boolean, an integer, a text or an enum constant
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
     * Returns {@code text} as a literal (PostgreSQL manual, section 4.1.2). A text with a backslash uses the escape
     * form, which does not depend on {@code standard_conforming_strings}.
     *
     * @throws IllegalArgumentException if it contains a NUL or an unpaired surrogate, which the server cannot store
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
