package dev.kindred.reactor.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.MapperException;
import dev.kindred.internal.page.Keyset;
import dev.kindred.internal.page.Position;
import dev.kindred.internal.page.PositionFormat;
import dev.kindred.type.JsonFormat;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Turns positions into text that is safe in a URL, and back: a version, a fingerprint of entity and order, the
 * position, and a signature over all of it. The same position gives the same text. Thread-safe.
 */
public final class Cursors {

    private static final byte VERSION = 1;
    private static final int FINGERPRINT = 8;
    private static final int HEAD = 1 + FINGERPRINT;

    private final CursorKey key;
    private final JsonFormat json;

    /** Signs with {@code key}, and writes JSON values with {@code json}. */
    public Cursors(CursorKey key, JsonFormat json) {
        this.key = key;
        this.json = json;
    }

    /** Throws {@link dev.kindred.error.MappingException} when positions of {@code keyset} cannot be written. */
    public void check(Keyset<?> keyset) {
        format(keyset);
    }

    /** Returns the cursor to {@code position}. */
    public String write(Keyset<?> keyset, Position position) {
        byte[] body = format(keyset).write(position);
        ByteBuffer cursor = ByteBuffer.allocate(HEAD + body.length + CursorKey.SIGNATURE);
        cursor.put(VERSION).put(fingerprint(keyset)).put(body);
        cursor.put(key.sign(cursor.array(), cursor.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /**
     * Returns the position that {@code cursor} stands for.
     *
     * @throws InvalidCursorException when it was not written by this for a query of the same entity and order
     */
    public Position read(Keyset<?> keyset, String cursor) {
        byte[] bytes = signed(cursor);
        if (bytes[0] != VERSION || !Arrays.equals(fingerprint(keyset), Arrays.copyOfRange(bytes, 1, HEAD))) {
            throw new InvalidCursorException(
                    "The cursor belongs to another query than that for " + keyset
                            + ", or to a former version of it. Scroll with the entity and the order of the first page, or start from there.");
        }
        try {
            return format(keyset).read(Arrays.copyOfRange(bytes, HEAD, bytes.length - CursorKey.SIGNATURE));
        } catch (MapperException e) {
            throw e;
        } catch (RuntimeException e) {
            // the key of this mapper signed it, so the entity has changed since; a message of the cause may show a
            // value
            throw new InvalidCursorException(
                    "The cursor holds a value that " + keyset + " does not take any more. Start from the first page.");
        }
    }

    private byte[] signed(String cursor) {
        byte[] bytes = decoded(cursor);
        int unsigned = bytes.length - CursorKey.SIGNATURE;
        if (unsigned < HEAD
                || !MessageDigest.isEqual(
                        key.sign(bytes, unsigned), Arrays.copyOfRange(bytes, unsigned, bytes.length))) {
            throw forged();
        }
        return bytes;
    }

    /** Only the one text that stands for some bytes is taken, though the decoder knows others. */
    private static byte[] decoded(String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw forged();
        }
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
            throw forged();
        }
        return bytes;
    }

    private static InvalidCursorException forged() {
        return new InvalidCursorException(
                "The cursor was changed, or was made by a mapper with another key. Hand it back as it came;"
                        + " for cursors that outlive a mapper, or are shared by several, set cursorKey(..) when it is built.");
    }

    private PositionFormat format(Keyset<?> keyset) {
        return new PositionFormat(keyset, json);
    }

    private static byte[] fingerprint(Keyset<?> keyset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(digest.digest(keyset.fingerprint().getBytes(UTF_8)), FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
