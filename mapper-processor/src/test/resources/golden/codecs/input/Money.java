package app;

import dev.kindred.annotation.DefaultCodec;

/** Its codec has no precedence over that of a member. */
@DefaultCodec(MoneyCodec.class)
public record Money(String amount) {}
