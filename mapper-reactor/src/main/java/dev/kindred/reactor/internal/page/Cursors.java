package dev.kindred.reactor.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.MapperException;
import dev.kindred.internal.page.Keyset;
import dev.kindred.internal.page.Position;
import dev.kindred.internal.page.PositionFormat;
import dev.kindred.type.WireContext;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Encodes positions as text for URLs, and decodes it. The text contains a version, a fingerprint of entity and order,
 * the position, and a signature of all of these. Equal positions have equal texts. Thread-safe.
 */
public final class Cursors {

    private static final byte VERSION = 1;
    private static final int FINGERPRINT = 8;
    private static final int HEAD = 1 + FINGERPRINT;

    private final CursorKey key;
    private final WireContext context;
    private final String tenant;

    /** Creates cursors that are signed with {@code key}; {@code context} has the settings of the mapper. */
    public Cursors(CursorKey key, WireContext context) {
        this(key, context, "");
    }

    private Cursors(CursorKey key, WireContext context, String tenant) {
        this.key = key;
        this.context = context;
        this.tenant = tenant;
    }

    /** Returns the cursors of {@code other}, a tenant. They are not valid for another one. */
    public Cursors of(Object other) {
        return new Cursors(key, context, other.getClass().getName() + ' ' + other);
    }

    /** Throws {@link dev.kindred.error.MappingException} if positions of {@code keyset} cannot be encoded. */
    public void check(Keyset<?> keyset) {
        format(keyset);
    }

    /** Returns the cursor for {@code position}. */
    public String write(Keyset<?> keyset, Position position) {
        byte[] body = format(keyset).write(position);
        ByteBuffer cursor = ByteBuffer.allocate(HEAD + body.length + CursorKey.SIGNATURE);
        cursor.put(VERSION).put(fingerprint(keyset)).put(body);
        cursor.put(key.sign(cursor.array(), cursor.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /**
     * Decodes {@code cursor}.
     *
     * @throws InvalidCursorException if it was not signed with this key for a query of the same entity and order
     */
    public Position read(Keyset<?> keyset, String cursor) {
        byte[] bytes = signed(cursor);
        if (bytes[0] != VERSION || !Arrays.equals(fingerprint(keyset), Arrays.copyOfRange(bytes, 1, HEAD))) {
            throw new InvalidCursorException(
                    "The cursor does not belong to the query for " + keyset + ", or belongs to another tenant or to an"
                            + " earlier version of it. Scroll with the entity, order and tenant of the first page, or"
                            + " start from the first page.");
        }
        try {
            return format(keyset).read(Arrays.copyOfRange(bytes, HEAD, bytes.length - CursorKey.SIGNATURE));
        } catch (MapperException e) {
            throw e;
        } catch (RuntimeException e) {
            // the signature is valid, so the entity has changed; the message of the cause may contain a value
            throw new InvalidCursorException(
                    "The cursor contains a value that " + keyset + " no longer supports. Start from the first page.");
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

    /** Accepts only the canonical text of the bytes. The decoder also accepts other texts. */
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
                "The cursor was changed, or was signed with another key. Pass it back unchanged. For"
                        + " cursors that are valid after a restart or in several mappers, set cursorKey(..) on"
                        + " the builder.");
    }

    private PositionFormat format(Keyset<?> keyset) {
        return new PositionFormat(keyset, context);
    }

    private byte[] fingerprint(Keyset<?> keyset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(digest.digest((keyset.fingerprint() + tenant).getBytes(UTF_8)), FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
