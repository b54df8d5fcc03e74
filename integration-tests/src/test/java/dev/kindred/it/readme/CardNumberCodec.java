package dev.kindred.it.readme;

import dev.kindred.type.Codec;

/** A codec with a key, in place of an encryption. */
public final class CardNumberCodec implements Codec<CardNumber, String> {

    private final int key;

    public CardNumberCodec(int key) {
        this.key = key;
    }

    @Override
    public String encode(CardNumber number) {
        return String.valueOf(Long.parseLong(number.digits()) ^ key);
    }

    @Override
    public CardNumber decode(String stored) {
        return new CardNumber(String.valueOf(Long.parseLong(stored) ^ key));
    }
}
