package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A line of an order. A removed line stays in the table. */
@Table("lines")
public record Line(
        @Id long id,
        long orderId,
        int position,
        String text,
        @SoftDelete @Nullable Instant removedAt,
        @BelongsTo @Nullable Mono<Order> order) {}
