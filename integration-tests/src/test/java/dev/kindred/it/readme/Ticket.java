package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The entity of the guide's page on tenants. */
@Table("tickets")
public record Ticket(
        @TenantId @Nullable Long tenantId,
        @Id @GeneratedValue @Nullable Long id,
        @Column(unique = true) String number,
        @Nullable Long agentId,
        @BelongsTo @Nullable Mono<Agent> agent) {

    static Ticket of(String number) {
        return new Ticket(null, null, number, null, null);
    }
}
