package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A profile as Kindred maps it. */
@Table("profiles")
public record Profile(
        @Id @GeneratedValue @Nullable Long id,
        @Column(unique = true) @Nullable Long userId,
        String name,
        @Nullable String telephone,
        String locale,
        @BelongsTo Mono<User> user) {}
