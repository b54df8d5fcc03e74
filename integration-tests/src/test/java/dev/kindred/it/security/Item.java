package dev.kindred.it.security;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One of many of its owner. */
@Table("items")
public record Item(
        @Id String id,
        @Nullable String ownerId,
        String text,
        @BelongsTo @Nullable Mono<Owner> owner) {

    static Item of(String id, @Nullable String ownerId, String text) {
        return new Item(id, ownerId, text, null);
    }
}
