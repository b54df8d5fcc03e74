package dev.kindred.it.path;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pivot with columns of its own that can be marked as deleted. */
@Table("memberships")
public record Membership(
        @Id long personId,
        @Id long teamId,
        String role,
        int points,
        @SoftDelete @Nullable Instant leftAt,
        @BelongsTo(onDelete = OnDelete.CASCADE) Mono<Person> person,
        @BelongsTo(onDelete = OnDelete.CASCADE) Mono<Team> team) {}
