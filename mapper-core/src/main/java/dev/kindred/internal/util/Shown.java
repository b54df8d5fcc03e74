package dev.kindred.internal.util;

/** Formats texts for messages: short, on one line. Thread-safe: it has no state. */
public final class Shown {

    private static final int NAME = 60;
    private static final int SQL = 2000;

    private Shown() {}

    /** Returns the start of an external name. All characters that are not plain are escaped. */
    public static String name(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(NAME).forEach(character -> append(shown, character));
        return name.codePointCount(0, Math.min(name.length(), 2 * NAME + 2)) > NAME
                ? shown.append("… (")
                        .append(name.length())
                        .append(" characters)")
                        .toString()
                : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        boolean plain = Character.isLetterOrDigit(character) || (character >= ' ' && character < 0x7f);
        if (!plain) {
            shown.append(String.format("\\u%04x", character));
        } else if (character == '"' || character == '\\') {
            shown.append('\\').appendCodePoint(character);
        } else {
            shown.appendCodePoint(character);
        }
    }

    /** Returns the text of a statement, truncated if it is very long. */
    public static String sql(String sql) {
        return sql.length() <= SQL ? sql : sql.substring(0, SQL) + "… (" + sql.length() + " characters)";
    }
}
