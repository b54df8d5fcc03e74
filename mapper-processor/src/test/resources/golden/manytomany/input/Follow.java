package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table
public record Follow(
        @Id long followerId,
        @Id long followeeId,
        @BelongsTo Mono<User> follower,
        @BelongsTo Mono<User> followee) {}
