package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.RawTextLexer;
import java.util.List;

/**
 * Raw SQL of the user, split at the names of its values. Immutable; equal when its parts are.
 *
 * @param parts the text before, between and after the names
 * @param names the names, in order of occurrence; a name can occur several times
 */
public record RawText(List<String> parts, List<String> names) {

    public RawText {
        parts = Checks.noNulls(parts, "parts");
        names = Checks.noNulls(names, "names");
        Checks.argument(parts.size() == names.size() + 1, "needs one part more than names");
    }

    /**
     * Splits {@code sql} at its names. A name follows a single colon outside of literals, quoted identifiers, dollar
     * quotes and comments.
     *
     * @throws IllegalArgumentException if a literal, identifier or comment is not terminated, parentheses do not match,
     * or the text contains a semicolon, a numbered placeholder or a NUL
     */
    public static RawText of(String sql) {
        RawTextLexer text = new RawTextLexer(Checks.notBlank(sql, "sql")).read();
        return new RawText(text.parts(), text.names());
    }

    /** Returns the first word after leading comments, in lower case. Empty if the text starts with something else. */
    public String firstWord() {
        return new RawTextLexer(parts.get(0)).firstWord();
    }
}
