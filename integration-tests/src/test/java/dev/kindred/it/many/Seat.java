package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.CreatedAt;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import dev.kindred.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pivot with columns of its own that touches its account. */
@Table("seats")
public record Seat(
        @Id long accountId,
        @Id long squadId,
        @Column(defaultValue = "'member'") @Nullable String role,
        @Nullable Integer position,
        @CreatedAt Instant since,
        @UpdatedAt Instant changed,
        @Version long version,
        @BelongsTo(touch = true) Mono<Account> account,
        @BelongsTo Mono<Squad> squad) {}
