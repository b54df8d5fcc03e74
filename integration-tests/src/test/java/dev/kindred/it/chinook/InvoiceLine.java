package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Belongs to an invoice and a track. */
@Table("invoice_line")
public record InvoiceLine(
        @Id Integer invoiceLineId,
        Integer invoiceId,
        Integer trackId,
        BigDecimal unitPrice,
        int quantity,
        @BelongsTo @Nullable Mono<Invoice> invoice,
        @BelongsTo @Nullable Mono<Track> track) {}
