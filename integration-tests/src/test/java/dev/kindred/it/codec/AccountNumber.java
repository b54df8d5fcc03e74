package dev.kindred.it.codec;

import dev.kindred.annotation.DefaultCodec;
import dev.kindred.type.Codec;

/** The number of an account, stored with a prefix. */
@DefaultCodec(AccountNumber.AsText.class)
record AccountNumber(int digits) {

    static final class AsText implements Codec<AccountNumber, String> {

        @Override
        public String encode(AccountNumber value) {
            return "A-" + value.digits();
        }

        @Override
        public AccountNumber decode(String value) {
            return new AccountNumber(Integer.parseInt(value.substring(2)));
        }
    }
}
