package dev.kindred.it.codec;

import dev.kindred.annotation.DefaultCodec;
import dev.kindred.type.Codec;
import java.math.BigDecimal;

/** An amount in cents, stored as a number with two fractional digits. */
@DefaultCodec(Amount.AsNumber.class)
record Amount(long cents) {

    static class AsNumber implements Codec<Amount, BigDecimal> {

        @Override
        public BigDecimal encode(Amount value) {
            return BigDecimal.valueOf(value.cents(), 2);
        }

        @Override
        public Amount decode(BigDecimal value) {
            return new Amount(value.movePointRight(2).longValueExact());
        }
    }

    /** A member names this one. */
    static final class AsCents implements Codec<Amount, Long> {

        @Override
        public Long encode(Amount value) {
            return value.cents();
        }

        @Override
        public Amount decode(Long value) {
            return new Amount(value);
        }
    }
}
