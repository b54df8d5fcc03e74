package dev.kindred.it.tenant;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A row of an order. */
@Table("lines")
record Line(
        @TenantId @Nullable Long tenantId,
        @Id @GeneratedValue @Nullable Long id,
        String sku,
        int amount,
        @Nullable Long orderId,
        @BelongsTo @Nullable Mono<Order> order) {

    static Line of(String sku) {
        return new Line(null, null, sku, 1, null, null);
    }

    static Line of(@Nullable Long tenant, @Nullable Long id, String sku, Long orderId) {
        return new Line(tenant, id, sku, 1, orderId, null);
    }
}
