package dev.kindred.it.persist;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Has an assigned key and one column besides its foreign key. */
@Table("badges")
record Badge(
        @Id String code,
        @Nullable Long ownerId,
        String colour,
        @BelongsTo @Nullable Mono<Wearer> owner) {}
