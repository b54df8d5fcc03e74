package dev.kindred.examples.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A line of an order: an article, the number of pieces and the price of one. */
@Table("lines")
public record Line(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long orderId,
        String article,
        int quantity,
        int price,
        @BelongsTo Mono<Order> order) {

    /** Returns a new line of the order with this id. */
    public static Line of(@Nullable Long order, String article, int quantity, int price) {
        return new Line(null, order, article, quantity, price, Mono.empty());
    }
}
