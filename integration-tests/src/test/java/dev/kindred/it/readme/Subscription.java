package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Account}. */
@Table("subscriptions")
public record Subscription(
        @Id Long id, Long accountId, @BelongsTo @Nullable Mono<Account> account) {}
