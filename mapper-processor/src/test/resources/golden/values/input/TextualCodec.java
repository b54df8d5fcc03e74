package app;

import dev.kindred.type.Codec;

abstract class TextualCodec<X, Y> implements Codec<X, Y> {

    TextualCodec() {}
}
