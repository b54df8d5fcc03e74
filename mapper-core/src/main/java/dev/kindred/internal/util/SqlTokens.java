package dev.kindred.internal.util;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text that {@link RawTextLexer} has accepted into tokens, without whitespace and comments. Confined to one
 * thread.
 */
final class SqlTokens {

    /** Marks the position of a bound value. The text itself contains no NUL. */
    private static final char VALUE = 0;

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** Returns the tokens of the text. {@code parts} are its parts between the values. */
    static List<Token> of(List<String> parts) {
        SqlTokens reader = new SqlTokens(String.join(String.valueOf(VALUE), parts));
        while (reader.at < reader.sql.length()) {
            reader.read();
        }
        return reader.tokens;
    }

    private void read() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            skipLine();
        } else if (sql.startsWith("/*", at)) {
            skipBlock();
        } else if (c == '\'' || c == '"') {
            add(c == '"' ? Kind.NAME : Kind.TEXT, quoted(c, false));
        } else if (RawTextLexer.isWordStart(c)) {
            word();
        } else if (c == '$') {
            dollar();
        } else {
            at++;
            add(c == VALUE ? Kind.VALUE : Kind.SYMBOL, String.valueOf(c));
        }
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }

    private void skipLine() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipBlock() {
        int depth = 0;
        do {
            int step = sql.startsWith("/*", at) ? 1 : sql.startsWith("*/", at) ? -1 : 0;
            depth += step;
            at += step == 0 ? 1 : 2;
        } while (depth > 0 && at < sql.length());
    }

    private void word() {
        int start = at;
        while (at < sql.length() && RawTextLexer.isWordPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
        if ("e".equals(word) && at < sql.length() && sql.charAt(at) == '\'') {
            escaped();
        } else {
            add(Kind.WORD, word);
        }
    }

    /** A string with escapes can continue after a line break. */
    private void escaped() {
        add(Kind.TEXT, quoted('\'', true));
        int after = at;
        while (after < sql.length() && Character.isWhitespace(sql.charAt(after))) {
            after++;
        }
        if (after > at && after < sql.length() && sql.charAt(after) == '\'') {
            at = after;
            escaped();
        }
    }

    private String quoted(char quote, boolean escapes) {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            boolean doubled = c == quote && at < sql.length() && sql.charAt(at) == quote;
            if (c == quote && !doubled) {
                break;
            }
            boolean skips = doubled || (escapes && c == '\\' && at < sql.length());
            content.append(skips ? sql.charAt(at++) : c);
        }
        return content.toString();
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && RawTextLexer.isTagPart(sql.charAt(end))) {
            end++;
        }
        String tag = end < sql.length() && sql.charAt(end) == '$' ? sql.substring(at, end + 1) : "";
        int close = tag.isEmpty() ? -1 : sql.indexOf(tag, end + 1);
        if (close < 0) {
            add(Kind.SYMBOL, "$");
            at++;
        } else {
            add(Kind.TEXT, sql.substring(end + 1, close));
            at = close + tag.length();
        }
    }

    /** The kind of a token. */
    enum Kind {
        /** An unquoted word, in lower case. */
        WORD,
        /** A quoted identifier, without its quotes. */
        NAME,
        /** A string literal, without its quotes. */
        TEXT,
        /** A bound value. */
        VALUE,
        /** Any other character. */
        SYMBOL
    }

    /**
     * One token.
     *
     * @param kind the kind
     * @param text the text
     */
    record Token(Kind kind, String text) {

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equals(word);
        }

        boolean isSymbol(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }

        /** Returns whether the token is an identifier, with or without quotes. */
        boolean isName() {
            return kind == Kind.WORD || kind == Kind.NAME;
        }
    }
}
