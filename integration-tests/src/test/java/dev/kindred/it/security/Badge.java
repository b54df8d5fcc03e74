package dev.kindred.it.security;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The only one of its owner. */
@Table("badges")
public record Badge(
        @Id String id,
        @Nullable String ownerId,
        String text,
        @BelongsTo @Nullable Mono<Owner> owner) {

    static Badge of(String id, @Nullable String ownerId, String text) {
        return new Badge(id, ownerId, text, null);
    }
}
