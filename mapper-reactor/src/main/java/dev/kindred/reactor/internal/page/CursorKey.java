package dev.kindred.reactor.internal.page;

import dev.kindred.internal.util.Checks;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bytes, so that a change is detected. Immutable and thread-safe. */
public final class CursorKey {

    /** The length of a signature in bytes. */
    static final int SIGNATURE = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    private final SecretKeySpec key;

    private CursorKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Creates a key from a copy of {@code key}, which needs at least 16 bytes. */
    public static CursorKey of(byte[] key) {
        Checks.argument(
                key.length >= SHORTEST, "cursorKey must have at least " + SHORTEST + " bytes, but has " + key.length);
        return new CursorKey(key);
    }

    /** Creates a random key. */
    public static CursorKey random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new CursorKey(key);
    }

    byte[] sign(byte[] bytes, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bytes, 0, length);
            return Arrays.copyOf(mac.doFinal(), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
