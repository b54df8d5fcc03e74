package dev.kindred.reactor.internal.preload;

import dev.kindred.error.TenantException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.execute.Tenants;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The tenant to which the handles of one relation belong. Immutable.
 *
 * @param relation the relation
 * @param kind whether the entities have a tenant
 * @param tenant the tenant of the entities, or null if it was not read
 */
record HandleTenant(
        Relation<?, ?> relation, Kind kind, @Nullable Object tenant) {

    /** Which rows of a relation belong to tenants. */
    enum Kind {
        /** None. */
        NONE,
        /** The entities, and perhaps the related rows. */
        ENTITIES,
        /** The related rows, but not the entities. */
        RELATED;

        static Kind of(Relation<?, ?> relation) {
            if (Nodes.of(EntityModel.of(relation.entity())).table().tenant() != null) {
                return ENTITIES;
            }
            boolean leadsToTenant = Nodes.of(relation).hops().stream()
                    .anyMatch(hop -> hop.table().tenant() != null);
            return leadsToTenant ? RELATED : NONE;
        }
    }

    /** Throws {@link TenantException} if {@code context} has not the tenant of the handles. */
    void require(ContextView context) {
        @Nullable TenantException refusal = refusal(context);
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Returns the error for a subscriber with {@code context}, or null if it has the tenant of the handles. */
    @Nullable
    TenantException refusal(ContextView context) {
        if (kind == Kind.RELATED) {
            return new TenantException("The handle of " + relation + " belongs to an entity without a tenant, but its"
                    + " rows have one. The handle would keep the rows of its first subscriber. Use"
                    + " related(entity, relation), which reads for the tenant of each subscriber.");
        }
        if (tenant == null) {
            return new TenantException("The tenant of the entity is not known, so " + relation + " cannot be loaded."
                    + " Set its @TenantId member, or use the entity that a read or a write returned.");
        }
        @Nullable Object current = Tenants.in(context);
        if (tenant.equals(current)) {
            return null;
        }
        return new TenantException(
                current == null
                        ? "The handle of " + relation + " belongs to a tenant, but the Context has no tenant. Add"
                                + " .contextWrite(Tenant.of(..)) to the operation."
                        : "The handle of " + relation
                                + " belongs to another tenant than the Context. Read the entity in"
                                + " the Context of the subscriber.");
    }
}
