package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of two {@link Team}s. */
@Table("matches")
public record Match(
        @Id Long id,
        @Nullable Long homeId,
        @Nullable Long awayId,
        @BelongsTo @Nullable Mono<Team> home,
        @BelongsTo @Nullable Mono<Team> away) {}
