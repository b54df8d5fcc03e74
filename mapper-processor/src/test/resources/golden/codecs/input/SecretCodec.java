package app;

import dev.kindred.type.Codec;

public class SecretCodec implements Codec<Secret, byte[]> {

    private final byte[] key;

    SecretCodec(byte[] key) {
        this.key = key;
    }

    public byte[] encode(Secret value) {
        return key;
    }

    public Secret decode(byte[] value) {
        return new Secret();
    }
}
