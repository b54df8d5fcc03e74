package dev.kindred.it.readme;

import dev.kindred.reactor.spi.EntityCallback;
import dev.kindred.reactor.spi.EntityWrite;
import reactor.core.publisher.Mono;

final class InvoiceNumbers implements EntityCallback<Invoice> {

    @Override
    public Class<Invoice> type() {
        return Invoice.class;
    }

    @Override
    public Mono<Invoice> before(Invoice invoice, EntityWrite write) {
        return Mono.just(new Invoice(invoice.id(), invoice.number().strip(), invoice.createdBy(), invoice.updatedBy()));
    }
}
