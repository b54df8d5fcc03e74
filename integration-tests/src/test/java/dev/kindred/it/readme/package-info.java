/** The code of the documentation, compiled and run. */
@NullMarked
@DefaultCodec(CurrencyCodec.class)
package dev.kindred.it.readme;

import dev.kindred.annotation.DefaultCodec;
import org.jspecify.annotations.NullMarked;
