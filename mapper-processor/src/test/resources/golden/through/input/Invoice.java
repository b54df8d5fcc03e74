package app;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

@Table("invoices")
public record Invoice(
        @Id long id, int total, @HasMany Flux<Order> orders) {}
