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

    /**
     * Matches an SQL pattern, in which {@code %} is any text, {@code _} any character, and a backslash takes both
     * literally.
     */
    default Condition<E> like(String pattern) {
        return Conditions.like(this, Checks.notNull(pattern, "pattern"), false);
    }

    /** Matches an SQL pattern as {@link #like} does, whatever the case of the letters. */
    default Condition<E> likeIgnoreCase(String pattern) {
        return Conditions.like(this, Checks.notNull(pattern, "pattern"), true);
    }

    /** Has {@code text} in it, every character of which is taken literally. */
    default Condition<E> contains(String text) {
        return like("%" + Conditions.literal(Checks.notNull(text, "text")) + "%");
    }

    /** Begins with {@code text}, every character of which is taken literally. */
    default Condition<E> startsWith(String text) {
        return like(Conditions.literal(Checks.notNull(text, "text")) + "%");
    }

    /** Ends with {@code text}, every character of which is taken literally. */
    default Condition<E> endsWith(String text) {
        return like("%" + Conditions.literal(Checks.notNull(text, "text")));
    }

    /** Has {@code text} in it, whatever the case of the letters; every character is taken literally. */
    default Condition<E> containsIgnoreCase(String text) {
        return likeIgnoreCase("%" + Conditions.literal(Checks.notNull(text, "text")) + "%");
    }
}
