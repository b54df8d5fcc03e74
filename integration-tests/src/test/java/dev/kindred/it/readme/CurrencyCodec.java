package dev.kindred.it.readme;

import dev.kindred.type.Codec;
import java.util.Currency;

public final class CurrencyCodec implements Codec<Currency, String> {

    @Override
    public String encode(Currency currency) {
        return currency.getCurrencyCode();
    }

    @Override
    public Currency decode(String code) {
        return Currency.getInstance(code);
    }
}
