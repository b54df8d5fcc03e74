package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Belongs to a customer and has lines. */
@Table("invoice")
public record Invoice(
        @Id Integer invoiceId,
        Integer customerId,
        LocalDateTime invoiceDate,
        @Nullable String billingAddress,
        @Nullable String billingCity,
        @Nullable String billingState,
        @Nullable String billingCountry,
        @Nullable String billingPostalCode,
        BigDecimal total,
        @BelongsTo @Nullable Mono<Customer> customer,
        @HasMany @Nullable Flux<InvoiceLine> lines) {}
