package dev.kindred.model;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.util.Checks;

/**
 * A column of text. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class TextColumn<E> extends ComparableColumn<E, String> {

    TextColumn(ColumnDefinition<E, String> definition) {
        super(definition);
    }

    /** Matches an SQL pattern: {@code %} is any text, {@code _} is any character, and a backslash escapes both. */
    public Condition<E> like(String pattern) {
        return Conditions.like(this, Checks.notNull(pattern, "pattern"), false);
    }

    /** Matches an SQL pattern as {@link #like} does, ignoring case. */
    public Condition<E> likeIgnoreCase(String pattern) {
        return Conditions.like(this, Checks.notNull(pattern, "pattern"), true);
    }

    /** Contains {@code text}. All characters are literal. */
    public Condition<E> contains(String text) {
        return like("%" + Conditions.literal(Checks.notNull(text, "text")) + "%");
    }

    /** Starts with {@code text}. All characters are literal. */
    public Condition<E> startsWith(String text) {
        return like(Conditions.literal(Checks.notNull(text, "text")) + "%");
    }

    /** Ends with {@code text}. All characters are literal. */
    public Condition<E> endsWith(String text) {
        return like("%" + Conditions.literal(Checks.notNull(text, "text")));
    }

    /** Contains {@code text}, ignoring case. All characters are literal. */
    public Condition<E> containsIgnoreCase(String text) {
        return likeIgnoreCase("%" + Conditions.literal(Checks.notNull(text, "text")) + "%");
    }
}
