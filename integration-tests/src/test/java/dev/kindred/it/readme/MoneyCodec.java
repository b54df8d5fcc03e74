package dev.kindred.it.readme;

import dev.kindred.type.Codec;
import java.math.BigDecimal;

public final class MoneyCodec implements Codec<Money, BigDecimal> {

    @Override
    public BigDecimal encode(Money money) {
        return BigDecimal.valueOf(money.cents(), 2);
    }

    @Override
    public Money decode(BigDecimal number) {
        return new Money(number.movePointRight(2).longValueExact());
    }
}
