package app;

import dev.kindred.type.Codec;

public class LongCodec implements Codec<Long, String> {

    LongCodec() {}

    public String encode(Long value) {
        return value.toString();
    }

    public Long decode(String value) {
        return Long.valueOf(value);
    }
}
