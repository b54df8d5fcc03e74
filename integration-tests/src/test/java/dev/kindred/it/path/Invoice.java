package dev.kindred.it.path;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** The end of a path that meets rows twice. */
@Table("invoices")
public record Invoice(@Id long id, int total, @HasMany Flux<Purchase> purchases) {}
