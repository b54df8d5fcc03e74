package app;

import dev.kindred.type.Codec;

public class InvoiceIdCodec implements Codec<InvoiceId, Integer> {

    InvoiceIdCodec() {}

    public Integer encode(InvoiceId value) {
        return value.number();
    }

    public InvoiceId decode(Integer value) {
        return new InvoiceId(value);
    }
}
