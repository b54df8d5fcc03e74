package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("orders")
public record Order(
        @Id long id,
        @Nullable Long userId,
        @Column("order_number") String number,
        int total,
        @Nullable String buyerEmail,
        Instant placedAt,
        @BelongsTo Mono<User> user) {}
