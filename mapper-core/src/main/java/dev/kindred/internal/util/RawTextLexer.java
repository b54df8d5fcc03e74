package dev.kindred.internal.util;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the names of values in SQL. It tokenizes the text like PostgreSQL's lexer. Assumes
 * {@code standard_conforming_strings = on}, the server's default. Confined to one thread.
 */
public final class RawTextLexer {

    private static final char NUL = 0;

    private final String sql;
    private final List<String> parts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int at;
    private int partStart;
    private int open;
    private boolean endsInLineComment;

    /** Creates a lexer for {@code sql}. */
    public RawTextLexer(String sql) {
        this.sql = sql;
    }

    /**
     * Reads the whole text. Call it before the accessors.
     *
     * @throws IllegalArgumentException with the error and its position
     */
    public RawTextLexer read() {
        if (sql.indexOf(NUL) >= 0) {
            throw wrong("has a NUL", 0);
        }
        if (!UTF_8.newEncoder().canEncode(sql)) {
            throw wrong("has an unpaired surrogate", 0);
        }
        while (at < sql.length()) {
            token(sql.charAt(at));
        }
        if (open > 0) {
            throw wrong("has a parenthesis that is not closed", sql.length());
        }
        // without a newline, the following text of the statement would be part of the comment
        parts.add(sql.substring(partStart) + (endsInLineComment ? "\n" : ""));
        return this;
    }

    /** Returns the text between the names: one part more than names. */
    public List<String> parts() {
        return parts;
    }

    /** Returns the names, in order of occurrence. */
    public List<String> names() {
        return names;
    }

    private void token(char c) {
        switch (c) {
            case '\'' -> quoted('\'', false);
            case '"' -> quoted('"', false);
            case '$' -> dollar();
            case '-' -> lineComment();
            case '/' -> blockComment();
            case ':' -> colon();
            case '(' -> parenthesis(1);
            case ')' -> parenthesis(-1);
            case ';' ->
                throw wrong(
                        "has a semicolon. Write one statement or a part of one, without a semicolon at the end", at);
            default -> other(c);
        }
    }

    private void other(char c) {
        if (!isWordStart(c)) {
            at++;
            return;
        }
        int start = at;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        boolean escapes = at - start == 1 && (c == 'e' || c == 'E') && next() == '\'';
        if (escapes) {
            escaped();
        }
    }

    /** A string with escapes can continue on the next line. Backslashes there are escapes too. */
    private void escaped() {
        quoted('\'', true);
        int after = at;
        while (after < sql.length() && Character.isWhitespace(sql.charAt(after))) {
            after++;
        }
        if (after > at && after < sql.length() && sql.charAt(after) == '\'') {
            at = after;
            escaped();
        }
    }

    private void quoted(char quote, boolean escapes) {
        int start = at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (escapes && c == '\\') {
                at++;
            } else if (c == quote && next() == quote) {
                at++;
            } else if (c == quote) {
                return;
            }
        }
        throw wrong("has a quote that is not closed", start);
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && isTagPart(sql.charAt(end))) {
            end++;
        }
        if (end > at + 1 && isDigit(sql.charAt(at + 1))) {
            throw wrong("has a numbered placeholder. Give the value a name, :name, and bind(\"name\", value)", at);
        }
        if (end == sql.length() || sql.charAt(end) != '$') {
            at++;
            return;
        }
        String tag = sql.substring(at, end + 1);
        int close = sql.indexOf(tag, end + 1);
        if (close < 0) {
            throw wrong("has a dollar quote that is not closed", at);
        }
        at = close + tag.length();
    }

    private void lineComment() {
        if (!sql.startsWith("--", at)) {
            at++;
            return;
        }
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
        endsInLineComment = at == sql.length();
    }

    private void blockComment() {
        if (!sql.startsWith("/*", at)) {
            at++;
            return;
        }
        int start = at;
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        if (depth > 0) {
            throw wrong("has a comment that is not closed", start);
        }
    }

    private void colon() {
        int end = at + 1;
        if (end < sql.length() && (sql.charAt(end) == ':' || sql.charAt(end) == '=')) {
            at += 2;
            return;
        }
        if (end == sql.length() || !isNameStart(sql.charAt(end))) {
            at++;
            return;
        }
        while (end < sql.length() && isNamePart(sql.charAt(end))) {
            end++;
        }
        if (end < sql.length() && (sql.charAt(end) == '$' || sql.charAt(end) == '\'' || sql.charAt(end) == '"')) {
            throw wrong("has a quote or a dollar directly after a name. Put a space between them", at);
        }
        parts.add(sql.substring(partStart, at));
        names.add(sql.substring(at + 1, end));
        at = end;
        partStart = end;
    }

    private void parenthesis(int step) {
        open += step;
        if (open < 0) {
            throw wrong("has a closing parenthesis without an opening one", at);
        }
        at++;
    }

    private char next() {
        return at < sql.length() ? sql.charAt(at) : NUL;
    }

    /** Returns the first word after leading comments, in lower case. */
    public String firstWord() {
        while (isBlankOrComment()) {
            if (Character.isWhitespace(next())) {
                at++;
            } else if (next() == '-') {
                lineComment();
            } else {
                blockComment();
            }
        }
        int start = at;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        return sql.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private boolean isBlankOrComment() {
        return Character.isWhitespace(next()) || sql.startsWith("--", at) || sql.startsWith("/*", at);
    }

    static boolean isWordStart(char c) {
        return isNameStart(c) || c >= 0x80;
    }

    static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }

    static boolean isTagPart(char c) {
        return isWordStart(c) || isDigit(c);
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private IllegalArgumentException wrong(String what, int position) {
        return new IllegalArgumentException("The SQL " + what + " (at character " + (position + 1) + "): " + sql);
    }
}
