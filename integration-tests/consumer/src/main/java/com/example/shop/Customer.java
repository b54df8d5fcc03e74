package com.example.shop;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

/** A customer and the address that belongs to it. */
@Table("customers")
public record Customer(
        @Id @GeneratedValue Long id, String email, @HasOne Mono<Address> address) {}
