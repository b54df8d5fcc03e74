package app;

import dev.kindred.type.Codec;
import java.util.Currency;

public class CurrencyCodec implements Codec<Currency, String> {

    CurrencyCodec() {}

    public String encode(Currency value) {
        return value.getCurrencyCode();
    }

    public Currency decode(String value) {
        return Currency.getInstance(value);
    }
}
