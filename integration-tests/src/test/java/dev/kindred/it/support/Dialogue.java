package dev.kindred.it.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * The state that both directions of a connection share during the login. Safe for use by many threads: the client's
 * pump updates it before it forwards a message, and the server's response comes later.
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

    /** From here on the messages cannot be parsed. */
    boolean isEncrypted() {
        return encrypted;
    }

    /** The client's start-up packet, or its request for encryption, which has a single byte as the response. */
    void untypedMessage(CharSequence body) {
        int code = ByteBuffer.wrap(body.toString().getBytes(ISO_8859_1)).getInt();
        if (ENCRYPTION_REQUESTS.contains(code)) {
            encryptionAsked = true;
        } else {
            started = true;
        }
    }

    /** Whether the byte is such a response, and not a message type. */
    boolean takeEncryptionAnswer(byte answer) {
        if (!encryptionAsked) {
            return false;
        }
        encryptionAsked = false;
        encrypted = answer == 'S' || answer == 'G';
        return true;
    }
}
