package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table
public record Membership(
        @Id long userId, @Id long teamId, String role, @BelongsTo Mono<User> user, @BelongsTo Mono<Team> team) {}
