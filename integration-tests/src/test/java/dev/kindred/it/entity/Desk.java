package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Room}. */
@Table("desks")
public record Desk(
        @Id Long id,
        @Nullable String building,
        @Nullable Integer roomNumber,

        @BelongsTo(foreignKey = {"building", "roomNumber"}) @Nullable
        Mono<Room> room) {}
