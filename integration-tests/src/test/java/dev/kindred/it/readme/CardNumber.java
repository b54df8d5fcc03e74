package dev.kindred.it.readme;

import dev.kindred.annotation.DefaultCodec;

@DefaultCodec(CardNumberCodec.class)
public record CardNumber(String digits) {}
