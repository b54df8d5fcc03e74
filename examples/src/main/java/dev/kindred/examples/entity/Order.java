package dev.kindred.examples.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An order of a user. Its lines reference it with their column {@code order_id}. The table {@code order_tags} pairs it
 * with its tags.
 */
@Table("orders")
public record Order(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long userId,
        String number,
        LocalDate placedOn,
        int total,
        @BelongsTo Mono<User> user,
        @HasMany Flux<Line> lines,

        @ManyToMany(table = "order_tags", orderBy = "name") Flux<Tag> tags) {

    /** Returns a new order without a user. A write through {@code User_.ORDERS} sets the user. */
    public static Order of(String number, LocalDate placedOn, int total) {
        return Order_.draft(number, placedOn, total).build();
    }

    /** Returns a copy that belongs to the user with this id. */
    public Order of(@Nullable Long user) {
        return Order_.copyOf(this).set(Order_.USER_ID, user).build();
    }
}
