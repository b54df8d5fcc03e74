package app;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Table("users")
public record User(
        @Id long id,
        @Through({"orders", "invoice"}) Flux<Invoice> invoices,
        @Through(value = {"latest", "invoice"}, orderBy = "total", scope = Large.class) Flux<Invoice> lastInvoices,
        @Through({"invoices", "orders", "user"}) Flux<User> payers,
        @HasMany Flux<Order> orders,
        @HasOne(latestBy = "id") Mono<Order> latest) {}
