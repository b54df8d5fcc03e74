package app;

import dev.kindred.type.Codec;

public class CentsCodec implements Codec<Money, Long> {

    CentsCodec() {}

    public Long encode(Money value) {
        return Long.valueOf(value.amount());
    }

    public Money decode(Long value) {
        return new Money(value.toString());
    }
}
