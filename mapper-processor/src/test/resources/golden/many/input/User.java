package app;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        @HasMany(
                orderBy = {"placedAt desc", "number"},
                onDelete = OnDelete.CASCADE,
                meta = "label=Orders")
        Flux<Order> orders,
        @HasMany(foreignKey = "buyerEmail", localKey = "email", orderBy = " total  ASC ") Flux<Order> gifts,
        @HasMany(scope = PaidOrders.class) @Nullable Flux<Order> paid) {}
