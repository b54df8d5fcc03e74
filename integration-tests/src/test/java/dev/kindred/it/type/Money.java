package dev.kindred.it.type;

import dev.kindred.type.Codec;
import java.math.BigDecimal;

/** An amount with a currency, stored as text. */
public record Money(BigDecimal amount, String currency) {

    /** Formats an amount as {@code 12.50 EUR}. */
    public static final class AsText implements Codec<Money, String> {

        @Override
        public String encode(Money value) {
            return value.amount().toPlainString() + " " + value.currency();
        }

        @Override
        public Money decode(String value) {
            String[] parts = value.split(" ", 2);
            return new Money(new BigDecimal(parts[0]), parts[1]);
        }
    }
}
