package dev.kindred.internal.render;

import dev.kindred.internal.sql.Expression.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of all statements of one shape, and where each parameter is among their values. Immutable and thread-safe.
 */
final class StatementPlan {

    private final String text;
    private final int[] positions;
    private final boolean inOrder;

    private StatementPlan(String text, int[] positions, boolean inOrder) {
        this.text = text;
        this.positions = positions;
        this.inOrder = inOrder;
    }

    /**
     * Returns the plan of the statements with the shape of {@code first}, or null if a parameter of {@code first} is
     * none of {@code values}: another statement may have another value there.
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
        for (int i = 0; i < positions.length; i++) {
            @Nullable Integer position = known.get(first.parameters().get(i));
            if (position == null) {
                return null;
            }
            positions[i] = position;
            inOrder &= position == i;
        }
        return new StatementPlan(first.text(), positions, inOrder);
    }

    /** Returns the statement with {@code values}. */
    RenderedSql with(List<Parameter> values) {
        if (inOrder) {
            return new RenderedSql(text, values);
        }
        List<Parameter> parameters = new ArrayList<>(positions.length);
        for (int position : positions) {
            parameters.add(values.get(position));
        }
        return new RenderedSql(text, parameters);
    }
}
