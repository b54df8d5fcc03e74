package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("memberships")
public record Membership(
        @Id long personId,
        @Id long teamId,
        String role,
        @SoftDelete @Nullable Instant leftAt,
        @BelongsTo(onDelete = OnDelete.CASCADE) Mono<Person> person,
        @BelongsTo(onDelete = OnDelete.CASCADE) Mono<Team> team) {}
