package dev.kindred.reactor.internal.execute;

import dev.kindred.error.TenantException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.RenderedSql.Tenancy;
import dev.kindred.internal.sql.CurrentTenant;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Finds the tenant of each operation, and puts it into the parameters of its statements. Thread-safe. */
public final class Tenants {

    /** The Context key of the tenant. */
    public static final Object KEY = new Object() {
        @Override
        public String toString() {
            return "tenant";
        }
    };

    /** The value in the Context for all tenants. */
    public static final Object ALL = new Object() {
        @Override
        public String toString() {
            return "all";
        }
    };

    private final Access access;
    private final Map<Object, Boolean> concerned;
    private final @Nullable Object owner;

    /** What a mapper does with tenants. */
    public enum Access {
        /** It has no entities with tenants. */
        NONE,
        /** Each operation has one tenant. */
        ONE,
        /** An operation has one tenant or reads across tenants. */
        ACROSS
    }

    /** Uses tenants as {@code access} says. */
    public Tenants(Access access) {
        this(access, new ConcurrentHashMap<>(), null);
    }

    private Tenants(Access access, Map<Object, Boolean> concerned, @Nullable Object owner) {
        this.access = access;
        this.concerned = concerned;
        this.owner = owner;
    }

    /** Returns the tenants of operations on the related rows of {@code entity}, which has the same tenant. */
    public Tenants of(Object entity) {
        return access == Access.NONE ? this : new Tenants(access, concerned, entity);
    }

    /** Returns {@code work}, which fails before any statement if one of {@code entities} has another tenant. */
    public <T> Mono<T> of(Collection<?> entities, Mono<T> work) {
        return access == Access.NONE
                ? work
                : Mono.deferContextual(context -> {
                    entities.forEach(entity -> requireOwn(entity, context));
                    return work;
                });
    }

    /** Returns {@code work} as {@link #of(Collection, Mono)} does. */
    public <T> Flux<T> of(Collection<?> entities, Flux<T> work) {
        return access == Access.NONE
                ? work
                : Flux.deferContextual(context -> {
                    entities.forEach(entity -> requireOwn(entity, context));
                    return work;
                });
    }

    @SuppressWarnings("unchecked") // an entity has its own class
    private <E> void requireOwn(E entity, ContextView context) {
        EntityModel<E> model = EntityModel.of((Class<E>) entity.getClass());
        for (EntityColumn<E, ?> column : model.columns()) {
            if (Nodes.of(column).is(ColumnTrait.TENANT)) {
                requireSame(CurrentTenant.of(column.getOrNull(entity)), one(context));
            }
        }
    }

    /** Returns whether the mapper has entities with tenants. */
    public boolean areUsed() {
        return access != Access.NONE;
    }

    /** Returns the tenant of {@code context}, or null without one. It can be {@link #ALL}. */
    public static @Nullable Object in(ContextView context) {
        return context.<Object>getOrEmpty(KEY).orElse(null);
    }

    /** Returns whether an operation with {@code context} reads the rows of all tenants. */
    boolean areAll(ContextView context) {
        if (access == Access.NONE || in(context) != ALL) {
            return false;
        }
        if (access != Access.ACROSS) {
            throw new TenantException(
                    "The Context has Tenant.all(), but the mapper does not allow it. Use Tenant.of(..),"
                            + " or build the mapper with allowAcrossTenants().");
        }
        return true;
    }

    /**
     * Returns {@code work}, which writes rows of {@code entity} or through {@code relation}. It fails before any
     * statement if such rows belong to tenants and the Context has no tenant.
     */
    public <T> Mono<T> within(Class<?> entity, @Nullable Relation<?, ?> relation, Mono<T> work) {
        return access == Access.NONE
                ? work
                : Mono.deferContextual(context -> {
                    require(entity, relation, context);
                    return work;
                });
    }

    /** Returns {@code work} as {@link #within(Class, Relation, Mono)} does. */
    public <T> Flux<T> within(Class<?> entity, @Nullable Relation<?, ?> relation, Flux<T> work) {
        return access == Access.NONE
                ? work
                : Flux.deferContextual(context -> {
                    require(entity, relation, context);
                    return work;
                });
    }

    private void require(Class<?> entity, @Nullable Relation<?, ?> relation, ContextView context) {
        boolean isConcerned = concerned.computeIfAbsent(
                relation == null ? entity : relation,
                key -> AuditedEntities.of(entity, relation).stream()
                        .anyMatch(model -> Nodes.of(model).table().tenant() != null));
        if (isConcerned) {
            one(context);
        }
        if (owner != null) {
            requireOwn(owner, context);
        }
    }

    /** Returns the parameters of {@code sql} with the tenant in {@code context}. */
    List<Parameter> resolve(RenderedSql sql, ContextView context) {
        if (sql.tenancy() == Tenancy.NONE) {
            return sql.parameters();
        }
        if (sql.tenancy() == Tenancy.UNKNOWN && access != Access.NONE) {
            throw new TenantException("The raw SQL does not name :tenant. Add a condition such as tenant_id = :tenant,"
                    + " which is bound from the Context, or call acrossTenants() on the statement.");
        }
        return resolve(sql.parameters(), context);
    }

    /** Returns {@code parameters} with the tenant in {@code context}. */
    List<Parameter> resolve(List<Parameter> parameters, ContextView context) {
        if (parameters.stream().noneMatch(parameter -> CurrentTenant.isIn(parameter.value()))) {
            return parameters;
        }
        Object tenant = one(context);
        return parameters.stream()
                .map(parameter -> CurrentTenant.isIn(parameter.value()) ? resolved(parameter, tenant) : parameter)
                .toList();
    }

    private Object one(ContextView context) {
        if (access == Access.NONE) {
            throw new TenantException("The rows belong to tenants, but the mapper was built without tenants. Build it"
                    + " with withTenants(), which also checks raw SQL.");
        }
        @Nullable Object tenant = in(context);
        if (tenant == null) {
            throw new TenantException("The rows belong to tenants, but the Context has no tenant. Add"
                    + " .contextWrite(Tenant.of(..)) to the operation.");
        }
        if (tenant == ALL) {
            throw new TenantException(
                    "The operation needs one tenant, but the Context has Tenant.all(). Only a query of"
                            + " from(..) reads across tenants. Use Tenant.of(..).");
        }
        return tenant;
    }

    private static Parameter resolved(Parameter parameter, Object tenant) {
        @Nullable Object value = parameter.value();
        if (value instanceof Collection<?> rows) {
            rows.forEach(row -> requireSame((CurrentTenant) row, tenant));
            return new Parameter(parameter.type(), Collections.nCopies(rows.size(), tenant), parameter.member());
        }
        CurrentTenant current = (CurrentTenant) value;
        requireSame(current, tenant);
        SqlType<?> type = isOfRaw(parameter) ? SqlTypes.typeOf(tenant.getClass()) : parameter.type();
        if (!type.javaType().isInstance(tenant)) {
            throw new TenantException("The tenant in the Context is a "
                    + tenant.getClass().getName() + ", but " + parameter.member() + " is a "
                    + type.javaType().getName() + ". Use the type of the @TenantId members.");
        }
        return new Parameter(type, tenant, parameter.member());
    }

    /** The name in raw SQL has no type of its own. */
    private static boolean isOfRaw(Parameter parameter) {
        return ":tenant".equals(parameter.member());
    }

    private static void requireSame(@Nullable CurrentTenant current, Object tenant) {
        if (current != null && current.claimed() != null && !tenant.equals(current.claimed())) {
            throw new TenantException("The entity has another tenant than the Context. Leave its @TenantId member null,"
                    + " or write it in the Context of its tenant.");
        }
    }
}
