package app;

import java.math.BigDecimal;

public class MoneyCodec extends TextualCodec<Money, BigDecimal> {

    public MoneyCodec() {}

    @Override
    public BigDecimal encode(Money value) {
        return new BigDecimal(value.amount());
    }

    @Override
    public Money decode(BigDecimal value) {
        return new Money(value.toString());
    }
}
