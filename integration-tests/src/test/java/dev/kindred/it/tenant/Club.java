package dev.kindred.it.tenant;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Has a pivot table with an entity. */
@Table("clubs")
record Club(
        @TenantId @Nullable Long tenantId,
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @HasMany @Nullable Flux<Membership> memberships,
        @ManyToMany(through = "memberships") @Nullable Flux<Customer> customers) {

    static Club of(@Nullable Long id, String name) {
        return new Club(null, id, name, null, null);
    }
}
