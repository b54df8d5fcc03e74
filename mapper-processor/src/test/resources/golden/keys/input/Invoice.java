package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("invoices")
public record Invoice(
        @Id long tenantId,
        @Id long invoiceNumber,
        @Nullable Integer orderNumber,
        @Nullable String orderCode,
        @BelongsTo Mono<Order> order,
        @BelongsTo(
                        foreignKey = {"tenantId", "orderNumber"},
                        ownerKey = {"tenantId", "number"})
                Mono<Order> named) {}
