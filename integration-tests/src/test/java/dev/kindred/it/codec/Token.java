package dev.kindred.it.codec;

import dev.kindred.annotation.DefaultCodec;
import dev.kindred.type.Codec;

/** A key whose stored form has a prefix of the mapper. */
@DefaultCodec(Token.Prefixed.class)
record Token(String text) {

    static final class Prefixed implements Codec<Token, String> {

        private final String prefix;

        Prefixed(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String encode(Token value) {
            return prefix + value.text();
        }

        @Override
        public Token decode(String value) {
            return new Token(value.substring(prefix.length()));
        }
    }
}
