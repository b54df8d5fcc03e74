package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.execute.Tenants;
import java.util.UUID;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The tenant whose rows an operation reads and writes, in the Reactor Context of the subscriber:
 *
 * <pre>{@code
 * mapper.from(Order.class).all().contextWrite(Tenant.of(42L));
 * }</pre>
 *
 * <p>Each statement on a table with a {@link dev.kindred.annotation.TenantId} member has the condition on this tenant.
 * Without a tenant the operation ends with {@link dev.kindred.error.TenantException} before any statement. The mapper
 * is built with {@link ReactiveMapperBuilder#withTenants}.
 */
public final class Tenant {

    private Tenant() {}

    /**
     * Returns a Context with the tenant {@code id}.
     *
     * @param id the value of the {@code @TenantId} members: a Long, an Integer, a String or a UUID
     * @throws IllegalArgumentException if {@code id} has another class
     */
    public static ContextView of(Object id) {
        Checks.notNull(id, "id");
        Checks.argument(
                id instanceof Long || id instanceof Integer || id instanceof String || id instanceof UUID,
                "A tenant must be a Long, an Integer, a String or a UUID, but is a "
                        + id.getClass().getName());
        return Context.of(Tenants.KEY, id);
    }

    /**
     * Returns a Context for the rows of all tenants. The mapper must have
     * {@link ReactiveMapperBuilder#allowAcrossTenants}. The queries of {@link ReactiveMapper#from(Class)} can read with
     * it if they name one table with tenants. All other operations on such tables end with
     * {@link dev.kindred.error.TenantException}, because equal keys of different tenants are different rows.
     */
    public static ContextView all() {
        return Context.of(Tenants.KEY, Tenants.ALL);
    }
}
