package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pivot with a key of its own that can be marked as deleted. */
@Table("visits")
public record Visit(
        @Id @GeneratedValue @Nullable Long id,
        long accountId,
        long squadId,
        @Nullable String note,
        @SoftDelete @Nullable Instant leftAt,
        @BelongsTo Mono<Account> account,
        @BelongsTo Mono<Squad> squad) {}
