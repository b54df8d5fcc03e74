package dev.kindred.it.random;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

/** A pivot between two users. */
@Table("follows")
record Follow(
        @Id long followerId,
        @Id long followeeId,
        int since,
        @BelongsTo Mono<User> follower,
        @BelongsTo Mono<User> followee) {}
