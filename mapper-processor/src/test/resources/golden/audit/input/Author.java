package app;

import dev.kindred.annotation.DefaultCodec;
import dev.kindred.type.Codec;

@DefaultCodec(Author.AsName.class)
public record Author(String name) {

    public static final class AsName implements Codec<Author, String> {

        public AsName() {}

        @Override
        public String encode(Author value) {
            return value.name();
        }

        @Override
        public Author decode(String value) {
            return new Author(value);
        }
    }
}
