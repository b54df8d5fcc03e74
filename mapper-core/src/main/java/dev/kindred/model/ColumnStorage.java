package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a column that only schema generation and schema checks use. Immutable and thread-safe.
 *
 * @param modifiers the length of a text, or precision and scale of a number; empty for no limit
 * @param defaultValue the default, an SQL expression, or null
 * @param check the check constraint, an SQL expression, or null
 * @param comment the comment, or null
 */
public record ColumnStorage(
        List<Integer> modifiers,
        @Nullable String defaultValue,
        @Nullable String check,
        @Nullable String comment) {

    /** No properties besides the type. */
    public static final ColumnStorage PLAIN = new ColumnStorage(List.of(), null, null, null);

    public ColumnStorage {
        modifiers = Checks.noNulls(modifiers, "modifiers");
    }

    /** Returns a copy with a maximum length of {@code characters}. */
    public ColumnStorage length(int characters) {
        Checks.argument(characters > 0, "characters must be positive, but is " + characters);
        return new ColumnStorage(List.of(characters), defaultValue, check, comment);
    }

    /** Returns a copy with at most {@code digits} digits, {@code scale} of them after the decimal point. */
    public ColumnStorage precision(int digits, int scale) {
        Checks.argument(digits > 0 && scale >= 0 && scale <= digits, "scale must be from 0 to digits");
        return new ColumnStorage(List.of(digits, scale), defaultValue, check, comment);
    }

    /** Returns a copy with a default, an SQL expression. */
    public ColumnStorage defaultValue(String expression) {
        return new ColumnStorage(modifiers, Checks.notBlank(expression, "expression"), check, comment);
    }

    /** Returns a copy with a check constraint, an SQL expression. */
    public ColumnStorage check(String expression) {
        return new ColumnStorage(modifiers, defaultValue, Checks.notBlank(expression, "expression"), comment);
    }

    /** Returns a copy with a comment. */
    public ColumnStorage comment(String text) {
        return new ColumnStorage(modifiers, defaultValue, check, Checks.notBlank(text, "text"));
    }
}
