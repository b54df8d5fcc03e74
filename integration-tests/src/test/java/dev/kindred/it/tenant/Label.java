package dev.kindred.it.tenant;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Has a pivot table without an entity. */
@Table("labels")
record Label(
        @TenantId @Nullable Long tenantId,
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @ManyToMany(table = "customer_label") @Nullable Flux<Customer> customers) {

    static Label of(@Nullable Long id, String name) {
        return new Label(null, id, name, null);
    }
}
