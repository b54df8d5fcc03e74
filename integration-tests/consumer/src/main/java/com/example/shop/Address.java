package com.example.shop;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

/** The address of a customer. */
@Table("addresses")
public record Address(
        @Id @GeneratedValue Long id,
        Long customerId,
        String street,
        @BelongsTo Mono<Customer> customer) {}
