package dev.kindred.reactor.internal.page;

import dev.kindred.error.InvalidCursorException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Writes a position in the write-ahead log as signed text, and reads it. Immutable and thread-safe. */
public final class PositionText {

    /** Differs from the first byte of a cursor, which is signed with the same key. */
    private static final byte KIND = 'P';

    private static final int UNSIGNED = 1 + Long.BYTES;

    private final CursorKey key;

    /** Signs with {@code key}. */
    public PositionText(CursorKey key) {
        this.key = key;
    }

    /** Returns the text of {@code position}. */
    public String write(long position) {
        ByteBuffer bytes = ByteBuffer.allocate(UNSIGNED + CursorKey.SIGNATURE);
        bytes.put(KIND).putLong(position);
        bytes.put(key.sign(bytes.array(), UNSIGNED));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Returns the position of {@code text}. */
    public long read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw forged();
        }
        if (bytes.length != UNSIGNED + CursorKey.SIGNATURE
                || bytes[0] != KIND
                || !MessageDigest.isEqual(
                        key.sign(bytes, UNSIGNED), Arrays.copyOfRange(bytes, UNSIGNED, bytes.length))) {
            throw forged();
        }
        return ByteBuffer.wrap(bytes).getLong(1);
    }

    private static InvalidCursorException forged() {
        return new InvalidCursorException("The position was not written by a mapper with this cursorKey, or was"
                + " changed. Read from the primary, or set the same cursorKey(..) on all mappers.");
    }
}
