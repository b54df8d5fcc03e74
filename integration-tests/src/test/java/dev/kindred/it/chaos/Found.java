package dev.kindred.it.chaos;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A row that many callers find or create. No unique index prevents a second row. */
@Table("founds")
record Found(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long ownerId,
        String name,
        @BelongsTo @Nullable Mono<Owner> owner) {}
