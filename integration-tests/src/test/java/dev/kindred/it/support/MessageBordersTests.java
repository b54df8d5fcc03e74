package dev.kindred.it.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBordersTests {

    private static final int SSL_REQUEST = 80_877_103;
    private static final int START_UP = 196_608;

    private final List<String> seen = new ArrayList<>();
    private final Dialogue dialogue = new Dialogue();
    private final MessageBorders client = new MessageBorders(dialogue, Direction.TO_SERVER);
    private final MessageBorders server = new MessageBorders(dialogue, Direction.TO_CLIENT);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 16, 1_000})
    void findsMessagesHoweverTheyAreSliced(int slice) {
        feed(client, slice, untyped(SSL_REQUEST, ""));
        feed(server, slice, "N".getBytes(ISO_8859_1));
        feed(client, slice, untyped(START_UP, "user\0me\0\0"), typed('Q', "BEGIN\0"), typed('S', ""), typed('X', ""));
        feed(server, slice, typed('R', "12345678"), typed('Z', "I"));
        assertEquals(
                List.of(
                        "after Q BEGIN\0",
                        "after S ",
                        "after X ",
                        "before R",
                        "after R 12345678",
                        "before Z",
                        "after Z I"),
                seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_000})
    void looksNoFurtherOnceEncrypted(int slice) {
        feed(client, slice, untyped(SSL_REQUEST, ""));
        feed(server, slice, "S".getBytes(ISO_8859_1), typed('Z', "I"));
        feed(client, slice, typed('Q', "BEGIN\0"));
        assertEquals(List.of(), seen);
    }

    @ParameterizedTest
    @ValueSource(chars = {'A', 'B', 'C'})
    void stopsWhereItIsTold(char type) {
        byte[] stream = concat(typed('A', "1"), typed('B', "22"), typed('C', "333"));
        int start = new String(stream, ISO_8859_1).indexOf(type);
        int end = start + 1 + 4 + (type - 'A' + 1);
        feed(client, 1_000, untyped(START_UP, ""));
        assertEquals(OptionalInt.of(end), client.follow(stream, new Stop(type, false)));
        assertEquals(OptionalInt.of(start), server.follow(stream, new Stop(type, true)));
    }

    @Test
    void stopsInsteadOfAMessageWhoseBodyItKnows() {
        byte[] stream = concat(typed('Q', "BEGIN\0"), typed('Q', "COMMIT\0"));
        feed(client, 1_000, untyped(START_UP, ""));
        assertEquals(OptionalInt.of(typed('Q', "BEGIN\0").length), client.follow(stream, new Instead("COMMIT")));
    }

    private void feed(MessageBorders borders, int slice, byte[]... messages) {
        byte[] stream = concat(messages);
        for (int at = 0; at < stream.length; at += slice) {
            byte[] part = new byte[Math.min(slice, stream.length - at)];
            System.arraycopy(stream, at, part, 0, part.length);
            assertEquals(OptionalInt.empty(), borders.follow(part, new Recorder(borders == server)));
        }
    }

    private static byte[] untyped(int code, String rest) {
        return ByteBuffer.allocate(8 + rest.length())
                .putInt(8 + rest.length())
                .putInt(code)
                .put(rest.getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] typed(char type, String body) {
        return ByteBuffer.allocate(5 + body.length())
                .put((byte) type)
                .putInt(4 + body.length())
                .put(body.getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private record Stop(char type, boolean before) implements MessageBorders.Listener {

        @Override
        public boolean isStopBefore(char next) {
            return before && next == type;
        }

        @Override
        public boolean isStopInstead(char last, CharSequence startOfBody) {
            return false;
        }

        @Override
        public boolean isStopAfter(char last, CharSequence startOfBody) {
            return !before && last == type;
        }
    }

    private record Instead(String text) implements MessageBorders.Listener {

        @Override
        public boolean isStopBefore(char next) {
            return false;
        }

        @Override
        public boolean isStopInstead(char last, CharSequence startOfBody) {
            return startOfBody.toString().contains(text);
        }

        @Override
        public boolean isStopAfter(char last, CharSequence startOfBody) {
            return false;
        }
    }

    private final class Recorder implements MessageBorders.Listener {

        private final boolean recordsStarts;

        private Recorder(boolean recordsStarts) {
            this.recordsStarts = recordsStarts;
        }

        @Override
        public boolean isStopBefore(char type) {
            return recordsStarts && !seen.add("before " + type);
        }

        @Override
        public boolean isStopInstead(char type, CharSequence startOfBody) {
            return false;
        }

        @Override
        public boolean isStopAfter(char type, CharSequence startOfBody) {
            return !seen.add("after " + type + " " + startOfBody);
        }
    }
}
