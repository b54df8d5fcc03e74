package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A user as Kindred maps it. */
@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        boolean active,
        int score,
        UUID token,
        OffsetDateTime createdAt,
        @HasOne Mono<Profile> profile) {}
