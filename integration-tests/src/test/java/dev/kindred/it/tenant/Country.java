package dev.kindred.it.tenant;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** Belongs to no tenant. */
@Table("countries")
record Country(@Id String code, String name, @HasMany Flux<Customer> customers) {}
