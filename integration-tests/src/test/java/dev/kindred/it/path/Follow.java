package dev.kindred.it.path;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

/** A pivot between two rows of one table. */
@Table("follows")
public record Follow(
        @Id long followerId,
        @Id long followeeId,
        int since,
        @BelongsTo Mono<Person> follower,
        @BelongsTo Mono<Person> followee) {}
