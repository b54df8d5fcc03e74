package app;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table("orders")
public record Order(
        @Id int tenantId,
        @Id Long number,
        String code,
        @HasOne Mono<Invoice> invoice,
        @HasOne(foreignKey = "orderCode", localKey = "code") Mono<Invoice> byCode) {}
