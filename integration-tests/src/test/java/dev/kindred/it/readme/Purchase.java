package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("purchases")
public record Purchase(
        @Id @GeneratedValue Long id,
        @Nullable Long customerId,
        String number,
        int total,
        @BelongsTo Mono<Customer> customer) {}
