package dev.kindred.it.tenant;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import dev.kindred.annotation.Through;
import dev.kindred.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A row of a tenant with relations of every kind. */
@Table("customers")
record Customer(
        @TenantId @Nullable Long tenantId,
        @Id @GeneratedValue @Nullable Long id,
        @Column(unique = true) String email,
        String name,
        @Nullable String countryCode,
        @UpdatedAt @Nullable Instant touchedAt,
        @BelongsTo @Nullable Mono<Country> country,
        @HasOne @Nullable Mono<Account> account,
        @HasMany @Nullable Flux<Order> orders,
        @HasMany @Nullable Flux<Membership> memberships,
        @ManyToMany(table = "customer_label") @Nullable Flux<Label> labels,
        @ManyToMany(through = "memberships") @Nullable Flux<Club> clubs,
        @Through({"orders", "lines"}) @Nullable Flux<Line> lines) {

    static Customer of(@Nullable Long tenant, @Nullable Long id, String email) {
        return new Customer(tenant, id, email, "new", null, null, null, null, null, null, null, null, null);
    }

    Customer named(String other) {
        return new Customer(
                tenantId,
                id,
                email,
                other,
                countryCode,
                touchedAt,
                country,
                account,
                orders,
                memberships,
                labels,
                clubs,
                lines);
    }
}
