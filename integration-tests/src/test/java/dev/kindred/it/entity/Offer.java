package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child that is soft-deleted. Its foreign key is narrower than the referenced key. */
@Table("offers")
public record Offer(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Integer shopId,
        String title,
        boolean open,
        int price,
        @SoftDelete @Nullable Instant deletedAt,
        @BelongsTo @Nullable Mono<Shop> shop) {

    public static Offer of(String title) {
        return new Offer(null, null, title, false, 1, null, null);
    }
}
