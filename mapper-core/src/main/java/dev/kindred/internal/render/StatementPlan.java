package dev.kindred.internal.render;

import dev.kindred.internal.render.RenderedSql.Tenancy;
import dev.kindred.internal.sql.CurrentTenant;
import dev.kindred.internal.sql.Expression.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of all statements of one shape, and where each parameter is among their values. Immutable and thread-safe.
 */
final class StatementPlan {

    /** The position of the tenant, which is none of the values. */
    private static final int TENANT = -1;

    private final String text;
    private final int[] positions;
    private final boolean inOrder;
    private final Tenancy tenancy;
    /** The parameter for the tenant, or null if the statement has none besides its values. */
    private final @Nullable Parameter tenant;

    private StatementPlan(RenderedSql first, int[] positions, boolean inOrder, @Nullable Parameter tenant) {
        this.text = first.text();
        this.positions = positions;
        this.inOrder = inOrder;
        this.tenancy = first.tenancy();
        this.tenant = tenant;
    }

    /**
     * Returns the plan of the statements with the shape of {@code first}, or null if a parameter of {@code first} is
     * none of {@code values}: another statement may have another value there. The parameter for the tenant is the same
     * in each statement, because the sender replaces it.
     */
    static @Nullable StatementPlan of(RenderedSql first, List<Parameter> values) {
        if (first.callsUnknown()) {
            return null;
        }
        IdentityHashMap<Parameter, Integer> known = new IdentityHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            known.put(values.get(i), i);
        }
        int[] positions = new int[first.parameters().size()];
        boolean inOrder = positions.length == values.size();
        @Nullable Parameter tenant = null;
        for (int i = 0; i < positions.length; i++) {
            Parameter parameter = first.parameters().get(i);
            @Nullable Integer position = known.get(parameter);
            if (position == null && tenant == null && CurrentTenant.ANY.equals(parameter.value())) {
                tenant = parameter;
                position = TENANT;
            }
            if (position == null) {
                return null;
            }
            positions[i] = position;
            inOrder &= position == i;
        }
        return new StatementPlan(first, positions, inOrder, tenant);
    }

    /** Returns the statement with {@code values}. */
    RenderedSql with(List<Parameter> values) {
        if (inOrder) {
            return new RenderedSql(text, values, false, tenancy);
        }
        List<Parameter> parameters = new ArrayList<>(positions.length);
        for (int position : positions) {
            parameters.add(position == TENANT ? Objects.requireNonNull(tenant) : values.get(position));
        }
        return new RenderedSql(text, parameters, false, tenancy);
    }
}
