package dev.kindred.it.codec;

import dev.kindred.type.Codec;
import java.util.Currency;

/** Stores a currency as its code in lower case. */
final class Currencies implements Codec<Currency, String> {

    @Override
    public String encode(Currency value) {
        return value.getCurrencyCode().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Currency decode(String value) {
        return Currency.getInstance(value.toUpperCase(java.util.Locale.ROOT));
    }
}
