package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.RawTextLexer;
import java.util.List;

/**
 * A part of a statement that the user wrote, cut at the names of its values. Immutable; equal when its parts are.
 *
 * @param parts what stands before, between and behind the names
 * @param names the names, in the order in which they stand; one may stand several times
 */
public record RawText(List<String> parts, List<String> names) {

    public RawText {
        parts = Checks.noNulls(parts, "parts");
        names = Checks.noNulls(names, "names");
        Checks.argument(parts.size() == names.size() + 1, "one part more than names");
    }

    /**
     * Cuts {@code sql} at its names, which are those behind a single colon outside of texts, quoted names, dollar quotes and comments.
     *
     * @throws IllegalArgumentException when a text, name or comment has no end, parentheses do not match, or there is a semicolon, a
     *     numbered placeholder or a NUL
     */
    public static RawText of(String sql) {
        RawTextLexer text = new RawTextLexer(Checks.notBlank(sql, "sql")).read();
        return new RawText(text.parts(), text.names());
    }

    /** Returns the first word of the text behind comments, in small letters, or nothing when it starts with something else. */
    public String firstWord() {
        return new RawTextLexer(parts.get(0)).firstWord();
    }
}
