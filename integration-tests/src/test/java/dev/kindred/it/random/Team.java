package dev.kindred.it.random;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has members, and an owner or none. */
@Table("teams")
record Team(
        @Id long id,
        String name,
        @Nullable Integer budget,
        @Nullable Long ownerId,
        @SoftDelete @Nullable Instant closedAt,
        @BelongsTo Mono<User> owner,
        @HasMany Flux<Membership> memberships,
        @ManyToMany(through = "memberships") Flux<User> members) {}
