package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

@Table("customers")
public record Customer(
        @Id @GeneratedValue Long id, String name, @HasMany Flux<Purchase> purchases) {}
