package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has a support representative, and invoices, the latest first. */
@Table("customer")
public record Customer(
        @Id Integer customerId,
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String address,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country,
        @Nullable String postalCode,
        @Nullable String phone,
        @Nullable String fax,
        String email,
        @Nullable Integer supportRepId,
        @BelongsTo(foreignKey = "supportRepId") @Nullable Mono<Employee> supportRep,
        @HasMany(orderBy = "invoiceDate desc") @Nullable Flux<Invoice> invoices) {}
