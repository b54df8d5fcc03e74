package dev.kindred.it.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * What the two directions of one connection must know of each other while the client logs in. Safe for use by many
 * threads: the client's pump writes before it forwards, the server's answer comes later.
 */
final class Dialogue {

    private static final Set<Integer> ENCRYPTION_REQUESTS = Set.of(80_877_103, 80_877_104);

    private volatile boolean started;
    private volatile boolean encryptionAsked;
    private volatile boolean encrypted;

    /** From here on the client's messages have a type byte. */
    boolean isStarted() {
        return started;
    }

    /** From here on nobody can follow. */
    boolean isEncrypted() {
        return encrypted;
    }

    /** The client's start-up packet, or its question for encryption, which is answered by a single byte. */
    void untypedMessage(CharSequence body) {
        int code = ByteBuffer.wrap(body.toString().getBytes(ISO_8859_1)).getInt();
        if (ENCRYPTION_REQUESTS.contains(code)) {
            encryptionAsked = true;
        } else {
            started = true;
        }
    }

    /** Whether the byte is such an answer, and no message's type. */
    boolean takeEncryptionAnswer(byte answer) {
        if (!encryptionAsked) {
            return false;
        }
        encryptionAsked = false;
        encrypted = answer == 'S' || answer == 'G';
        return true;
    }
}
