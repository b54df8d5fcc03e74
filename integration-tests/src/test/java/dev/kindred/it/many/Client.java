package dev.kindred.it.many;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Has orders, in the order of their keys and by their day. */
@Table("clients")
public record Client(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @Nullable String code,
        @HasMany(onDelete = OnDelete.CASCADE) @Nullable Flux<Order> orders,

        @HasMany(orderBy = {"day desc", "number desc"}) @Nullable
        Flux<Order> latest,

        @HasMany(foreignKey = "clientCode", localKey = "code") @Nullable
        Flux<Order> coded) {

    public static Client of(String name) {
        return new Client(null, name, null, null, null, null);
    }
}
