package dev.kindred.internal.render;

import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate.AnyOf;
import dev.kindred.internal.sql.ShapedStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Renders each shape of statement once and keeps its plan. Bounded. Thread-safe. */
public final class StatementPlans {

    private final Renderer renderer;
    private final int capacity;
    private final Map<Object, StatementPlan> plans = new ConcurrentHashMap<>();

    /** Renders with {@code renderer}. Keeps at most about {@code capacity} plans; with more it begins anew. */
    public StatementPlans(Renderer renderer, int capacity) {
        this.renderer = renderer;
        this.capacity = capacity;
    }

    /** Returns what renders the statements that have no plan. */
    public Renderer renderer() {
        return renderer;
    }

    /** Returns the text and the values of {@code statement}. Creates the statement only if its shape has no plan. */
    public RenderedSql render(ShapedStatement<?> statement) {
        @Nullable Object shape = statement.shape();
        if (shape == null || hasLongArray(statement.values())) {
            return renderer.render(statement.statement());
        }
        @Nullable StatementPlan known = plans.get(shape);
        return known == null ? first(shape, statement) : known.with(statement.values());
    }

    /** The text of a condition depends on the length of its array, which is no part of the shape. */
    private static boolean hasLongArray(List<Parameter> values) {
        for (Parameter value : values) {
            if (AnyOf.isLong(value)) {
                return true;
            }
        }
        return false;
    }

    private RenderedSql first(Object shape, ShapedStatement<?> statement) {
        RenderedSql sql = renderer.render(statement.statement());
        @Nullable StatementPlan plan = StatementPlan.of(sql, statement.values());
        if (plan != null) {
            if (plans.size() >= capacity) {
                plans.clear();
            }
            plans.put(shape, plan);
        }
        return sql;
    }

    /** Returns the number of kept plans. */
    int size() {
        return plans.size();
    }
}
