package dev.kindred.it.codec;

import dev.kindred.annotation.DefaultCodec;
import dev.kindred.type.Codec;
import java.nio.charset.StandardCharsets;

/** A text that is stored with a key of the mapper. */
@DefaultCodec(Secret.Keyed.class)
record Secret(String text) {

    /** Has a key, so that only a mapper can have an instance. */
    static class Keyed implements Codec<Secret, byte[]> {

        private final byte key;

        Keyed(int key) {
            this.key = (byte) key;
        }

        @Override
        public byte[] encode(Secret value) {
            return shifted(value.text().getBytes(StandardCharsets.UTF_8), key);
        }

        @Override
        public Secret decode(byte[] value) {
            return new Secret(new String(shifted(value, -key), StandardCharsets.UTF_8));
        }

        private static byte[] shifted(byte[] bytes, int by) {
            byte[] shifted = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                shifted[i] = (byte) (bytes[i] + by);
            }
            return shifted;
        }
    }
}
