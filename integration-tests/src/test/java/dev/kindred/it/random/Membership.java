package dev.kindred.it.random;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pivot with a role that can be marked as deleted. */
@Table("memberships")
record Membership(
        @Id long userId,
        @Id long teamId,
        String role,
        @Nullable Integer points,
        @SoftDelete @Nullable Instant leftAt,
        @BelongsTo Mono<User> user,
        @BelongsTo Mono<Team> team) {}
