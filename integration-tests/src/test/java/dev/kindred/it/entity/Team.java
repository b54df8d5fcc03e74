package dev.kindred.it.entity;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent with two relations to {@link Match}. */
@Table("teams")
public record Team(
        @Id Long id,
        String name,
        @HasOne(foreignKey = "homeId") @Nullable Mono<Match> homeMatch,
        @HasOne(foreignKey = "awayId") @Nullable Mono<Match> awayMatch) {}
