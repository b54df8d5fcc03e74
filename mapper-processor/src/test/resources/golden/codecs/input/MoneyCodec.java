package app;

import dev.kindred.type.Codec;

public class MoneyCodec implements Codec<Money, String> {

    MoneyCodec() {}

    public String encode(Money value) {
        return value.amount();
    }

    public Money decode(String value) {
        return new Money(value);
    }
}
