package dev.kindred.internal.model;

import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The storage options of a column, for the schema only. Immutable and thread-safe.
 *
 * @param modifiers the length of a text, or precision and scale of a number; empty for no limit
 * @param defaultValue the default, an SQL expression, or null
 * @param check what each row must meet, an SQL expression, or null
 * @param comment what the column is for, or null
 */
public record StoredColumn(
        List<Integer> modifiers,
        @Nullable String defaultValue,
        @Nullable String check,
        @Nullable String comment) {

    /** Nothing besides the type. */
    public static final StoredColumn PLAIN = new StoredColumn(List.of(), null, null, null);

    /** Checks the parts. */
    public StoredColumn {
        modifiers = Checks.noNulls(modifiers, "modifiers");
    }

    /** Returns this with at most {@code characters} characters in a text. */
    public StoredColumn length(int characters) {
        Checks.argument(characters > 0, "characters must be positive, but is " + characters);
        return new StoredColumn(List.of(characters), defaultValue, check, comment);
    }

    /** Returns this with at most {@code digits} digits in a number, {@code scale} of them behind the point. */
    public StoredColumn precision(int digits, int scale) {
        Checks.argument(digits > 0 && scale >= 0 && scale <= digits, "scale must be from 0 to digits");
        return new StoredColumn(List.of(digits, scale), defaultValue, check, comment);
    }

    /** Returns this with a default, an SQL expression. */
    public StoredColumn defaultValue(String expression) {
        return new StoredColumn(modifiers, Checks.notBlank(expression, "expression"), check, comment);
    }

    /** Returns this with a condition that each row must meet, an SQL expression. */
    public StoredColumn check(String expression) {
        return new StoredColumn(modifiers, defaultValue, Checks.notBlank(expression, "expression"), comment);
    }

    /** Returns this with a comment. */
    public StoredColumn comment(String text) {
        return new StoredColumn(modifiers, defaultValue, check, Checks.notBlank(text, "text"));
    }
}
