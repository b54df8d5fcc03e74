package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table
public class Line {

    @Id
    private final Integer id;

    private final InvoiceId invoiceId;

    @BelongsTo
    private final Mono<Invoice> invoice;

    public Line(Integer id, InvoiceId invoiceId, Mono<Invoice> invoice) {
        this.id = id;
        this.invoiceId = invoiceId;
        this.invoice = invoice;
    }

    public Integer id() {
        return id;
    }

    public InvoiceId invoiceId() {
        return invoiceId;
    }

    public Mono<Invoice> invoice() {
        return invoice;
    }
}
