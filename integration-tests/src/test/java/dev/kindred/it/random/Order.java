package dev.kindred.it.random;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Belongs to a user and has lines. Many orders of a user are of the same day. */
@Table("orders")
record Order(
        @Id long id,
        @Nullable Long userId,
        String number,
        int day,
        @Nullable Integer total,
        @SoftDelete @Nullable Instant cancelledAt,
        @BelongsTo Mono<User> user,
        @HasMany(orderBy = "position") Flux<Line> lines,
        @Through({"lines", "product"}) Flux<Product> products) {}
