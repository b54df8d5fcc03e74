package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Belongs to a kennel. */
@Table("dogs")
public record Dog(
        @Id @GeneratedValue @Nullable Long id,
        Long kennelId,
        String name,
        @BelongsTo @Nullable Mono<Kennel> kennel) {}
