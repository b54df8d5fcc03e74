/** Members of these types have no codec of their own. */
@DefaultCodec(CurrencyCodec.class)
@DefaultCodec(PathsCodec.class)
@DefaultCodec(LongCodec.class)
package app;

import dev.kindred.annotation.DefaultCodec;
