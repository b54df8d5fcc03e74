package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table("assignments")
public record Assignment(
        @Id Long developerId,
        @Id Long projectId,
        String role,
        @BelongsTo Mono<Developer> developer,
        @BelongsTo Mono<Project> project) {}
