package dev.kindred.it.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.OptionalInt;

/**
 * Finds the message boundaries in one direction of a PostgreSQL connection, for any slicing of the bytes. Not safe for
 * use by many threads: the pump of the direction owns it.
 *
 * <p>A message is a type byte, a length of four bytes that includes itself, and a body. Only the messages of a client
 * before its login have no type byte.
 */
final class MessageBorders {

    private static final int LENGTH_BYTES = 4;
    private static final int KEPT_BODY = 1024;

    private final Dialogue dialogue;
    private final Direction direction;
    private final StringBuilder body = new StringBuilder();
    private int headerBytes;
    private int length;
    private int remaining;
    private char type;

    MessageBorders(Dialogue dialogue, Direction direction) {
        this.dialogue = dialogue;
        this.direction = direction;
    }

    /**
     * Processes the next bytes.
     *
     * @return the number of bytes before the position where the listener stopped; empty if it did not stop
     */
    OptionalInt follow(byte[] bytes, Listener listener) {
        int at = 0;
        int start = 0;
        while (at < bytes.length && !dialogue.isEncrypted()) {
            if (remaining > 0) {
                at += readBody(bytes, at);
            } else if (isEncryptionAnswer(bytes[at])) {
                at++;
            } else if (isFirstByte() && isTyped() && listener.isStopBefore((char) bytes[at])) {
                return OptionalInt.of(at);
            } else {
                start = isFirstByte() ? at : start;
                readHeader(bytes[at++]);
            }
            if (isComplete()) {
                OptionalInt stop = ended(listener, start, at);
                if (stop.isPresent()) {
                    return stop;
                }
            }
        }
        return OptionalInt.empty();
    }

    private boolean isEncryptionAnswer(byte next) {
        return isFirstByte() && direction == Direction.TO_CLIENT && dialogue.takeEncryptionAnswer(next);
    }

    private boolean isFirstByte() {
        return headerBytes == 0;
    }

    private boolean isTyped() {
        return direction == Direction.TO_CLIENT || dialogue.isStarted();
    }

    private void readHeader(byte next) {
        if (isFirstByte()) {
            length = 0;
            body.setLength(0);
            headerBytes = 1;
            if (isTyped()) {
                type = (char) next;
                return;
            }
        }
        length = (length << Byte.SIZE) | (next & 0xff);
        headerBytes++;
        if (headerBytes == 1 + LENGTH_BYTES) {
            remaining = length - LENGTH_BYTES;
        }
    }

    private int readBody(byte[] bytes, int from) {
        int count = Math.min(remaining, bytes.length - from);
        int kept = Math.min(count, KEPT_BODY - body.length());
        body.append(new String(bytes, from, kept, ISO_8859_1));
        remaining -= count;
        return count;
    }

    private boolean isComplete() {
        return headerBytes == 1 + LENGTH_BYTES && remaining == 0;
    }

    private OptionalInt ended(Listener listener, int start, int end) {
        headerBytes = 0;
        if (!isTyped()) {
            dialogue.untypedMessage(body);
            return OptionalInt.empty();
        }
        if (listener.isStopInstead(type, body)) {
            return OptionalInt.of(start);
        }
        return listener.isStopAfter(type, body) ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /** Decides where to stop. */
    interface Listener {

        boolean isStopBefore(char type);

        /** Asked for a complete message. Bytes of it that were in earlier calls are not taken back. */
        boolean isStopInstead(char type, CharSequence startOfBody);

        boolean isStopAfter(char type, CharSequence startOfBody);
    }
}
