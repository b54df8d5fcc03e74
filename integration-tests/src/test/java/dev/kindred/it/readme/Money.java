package dev.kindred.it.readme;

import dev.kindred.annotation.DefaultCodec;

@DefaultCodec(MoneyCodec.class)
public record Money(long cents) {}
