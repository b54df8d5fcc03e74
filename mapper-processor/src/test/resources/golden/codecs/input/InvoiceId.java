package app;

import dev.kindred.annotation.DefaultCodec;

@DefaultCodec(InvoiceIdCodec.class)
public record InvoiceId(int number) {}
