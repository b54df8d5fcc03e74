package dev.kindred.it.random;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A line of an order, with or without a product. */
@Table("lines")
record Line(
        @Id long id,
        long orderId,
        @Nullable Long productId,
        int position,
        int quantity,
        @SoftDelete @Nullable Instant removedAt,
        @BelongsTo Mono<Order> order,
        @BelongsTo Mono<Product> product) {}
