package app;

import dev.kindred.annotation.*;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table(schema = "billing", comment = "What is owed")
public record Invoice(
        @Id Long id,
        @Nullable Long accountId,
        @Nullable Long payerId,
        @BelongsTo Mono<Account> account,
        @BelongsTo(onDelete = OnDelete.SET_NULL) Mono<Account> payer) {}
