package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Belongs to a client and has lines. */
@Table("orders")
public record Order(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long clientId,
        @Nullable String clientCode,
        String number,
        int day,
        int total,
        @BelongsTo @Nullable Mono<Client> client,
        @HasMany(orderBy = "position") @Nullable Flux<Line> lines) {}
