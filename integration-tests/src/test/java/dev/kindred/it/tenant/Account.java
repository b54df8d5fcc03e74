package dev.kindred.it.tenant;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The only account of a customer. */
@Table("accounts")
record Account(
        @Id @GeneratedValue @Nullable Long id,
        int balance,
        @TenantId @Nullable Long tenantId,
        @Nullable Long customerId,
        @BelongsTo @Nullable Mono<Customer> customer) {

    static Account of(int balance) {
        return new Account(null, balance, null, null, null);
    }
}
