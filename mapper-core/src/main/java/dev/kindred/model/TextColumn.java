package dev.kindred.model;

import dev.kindred.internal.util.Checks;

/**
 * A column of text. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public sealed interface TextColumn<E> extends ComparableColumn<E, String> permits StringColumn {

    /** Returns a column of text. */
    static <E> TextColumn<E> of(ColumnDefinition<E, String> definition) {
        return new StringColumn<>(Checks.notNull(definition, "definition"));
    }

    /** Matches an SQL pattern: {@code %} is any text, {@code _} is any character, and a backslash escapes both. */
    default Condition<E> like(String pattern) {
        return Conditions.like(this, Checks.notNull(pattern, "pattern"), false);
    }

    /** Matches an SQL pattern as {@link #like} does, ignoring case. */
    default Condition<E> likeIgnoreCase(String pattern) {
        return Conditions.like(this, Checks.notNull(pattern, "pattern"), true);
    }

    /** Contains {@code text}. All characters are literal. */
    default Condition<E> contains(String text) {
        return like("%" + Conditions.literal(Checks.notNull(text, "text")) + "%");
    }

    /** Starts with {@code text}. All characters are literal. */
    default Condition<E> startsWith(String text) {
        return like(Conditions.literal(Checks.notNull(text, "text")) + "%");
    }

    /** Ends with {@code text}. All characters are literal. */
    default Condition<E> endsWith(String text) {
        return like("%" + Conditions.literal(Checks.notNull(text, "text")));
    }

    /** Contains {@code text}, ignoring case. All characters are literal. */
    default Condition<E> containsIgnoreCase(String text) {
        return likeIgnoreCase("%" + Conditions.literal(Checks.notNull(text, "text")) + "%");
    }
}
