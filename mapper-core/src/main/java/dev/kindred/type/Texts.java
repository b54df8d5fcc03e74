package dev.kindred.type;

import java.util.HexFormat;

/** Checks that PostgreSQL can store a text: it contains no NUL and no unpaired surrogate. */
final class Texts {

    private static final String HEX_PREFIX = "\\x";

    private static final int MAX_ASCII = 127;

    private Texts() {}

    /**
     * Returns {@code text} after a check. The server refuses a NUL. The driver silently replaces an unpaired surrogate.
     */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("the text has a NUL character, which PostgreSQL cannot store");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException(
                            "the text has an unpaired surrogate, which PostgreSQL cannot store");
                }
                i++;
            }
        }
        return text;
    }

    /** Returns {@code value} after a check for the type {@code "char"}, which silently truncates a text to one byte. */
    static <T> T singleByte(T value) {
        String text = String.valueOf(value);
        if (text.length() > 1 || text.chars().anyMatch(c -> c > MAX_ASCII)) {
            throw new IllegalArgumentException("the type \"char\" holds one character of ASCII");
        }
        return value;
    }

    static char single(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("the text has " + text.length() + " characters where one is expected");
        }
        return text.charAt(0);
    }

    /** Returns the text form of bytes in the format {@code hex}; see the PostgreSQL manual, section 8.4.1. */
    static String toHex(byte[] bytes) {
        return HEX_PREFIX + HexFormat.of().formatHex(bytes);
    }

    static byte[] fromHex(String text) {
        if (!text.startsWith(HEX_PREFIX)) {
            throw new IllegalArgumentException("the bytes are not in the format 'hex' (see bytea_output)");
        }
        return HexFormat.of().parseHex(text, HEX_PREFIX.length(), text.length());
    }
}
