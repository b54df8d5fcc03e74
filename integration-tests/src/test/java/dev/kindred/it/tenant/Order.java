package dev.kindred.it.tenant;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import dev.kindred.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Touches its customer, and is marked as deleted. */
@Table("orders")
record Order(
        @TenantId @Nullable Long tenantId,
        @Id @GeneratedValue @Nullable Long id,
        String item,
        int amount,
        @Version @Nullable Integer version,
        @SoftDelete @Nullable Instant deletedAt,
        @Nullable Long customerId,
        @BelongsTo(touch = true) @Nullable Mono<Customer> customer,
        @HasMany @Nullable Flux<Line> lines) {

    static Order of(String item, @Nullable Long customerId) {
        return new Order(null, null, item, 1, null, null, customerId, null, null);
    }

    Order with(@Nullable Long key, @Nullable Integer of) {
        return new Order(tenantId, key, item, amount, of, deletedAt, customerId, customer, lines);
    }
}
