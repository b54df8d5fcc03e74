package dev.kindred.it.tenant;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pivot with a column of its own. */
@Table("memberships")
record Membership(
        @TenantId @Nullable Long tenantId,
        @Id long customerId,
        @Id long clubId,
        @Column(defaultValue = "'member'") @Nullable String role,
        @BelongsTo @Nullable Mono<Customer> customer,
        @BelongsTo @Nullable Mono<Club> club) {}
