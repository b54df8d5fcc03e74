package dev.kindred.it.path;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A step of a path that can be marked as deleted. Several purchases share an invoice. */
@Table("purchases")
public record Purchase(
        @Id long id,
        long personId,
        @Nullable Long invoiceId,
        int day,
        @SoftDelete @Nullable Instant cancelledAt,
        @BelongsTo Mono<Invoice> invoice) {}
