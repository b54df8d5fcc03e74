package dev.kindred.examples.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

/** The pivot between users and teams. The pair is its key, so no user is in a team twice. */
@Table("memberships")
public record Membership(
        @Id long userId,
        @Id long teamId,
        String role,
        @BelongsTo Mono<User> user,
        @BelongsTo Mono<Team> team) {

    /** Returns a new membership. */
    public static Membership of(long user, long team, String role) {
        return new Membership(user, team, role, Mono.empty(), Mono.empty());
    }
}
