package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table("orders")
public record Order(
        @Id long id, long userId, long invoiceId, @BelongsTo Mono<User> user, @BelongsTo Mono<Invoice> invoice) {}
