package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("offers")
public record Offer(
        @Id long id,
        long shopId,
        boolean open,
        int price,
        @SoftDelete @Nullable Instant deletedAt,
        @BelongsTo(scope = Scopes.Big.class) Mono<Shop> shop) {}
