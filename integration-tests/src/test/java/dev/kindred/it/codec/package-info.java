/** Tests of codecs that are declared once for a type, and of codecs with state. */
@NullMarked
@DefaultCodec(Currencies.class)
package dev.kindred.it.codec;

import dev.kindred.annotation.DefaultCodec;
import org.jspecify.annotations.NullMarked;
