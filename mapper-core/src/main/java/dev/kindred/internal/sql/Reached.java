package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row belongs to a row at the other end of a path.
 *
 * @param hops the steps of the path, at least two; the row is one of the last table. The links of the first step
 *     are not used, so its conditions identify the rows at the other end
 * @param condition a condition on the row that may concern the pivot, or null
 */
public record Reached(List<Hop> hops, @Nullable Predicate condition) implements Predicate {

    public Reached {
        hops = Checks.noNulls(hops, "hops");
        Checks.argument(hops.size() > 1, "a path needs a table between its ends");
        Operands.around(depth(hops, condition));
    }

    private static int depth(List<Hop> hops, @Nullable Predicate condition) {
        return Math.max(new Subquery(hops, List.of()).depth(), condition == null ? 0 : condition.depth());
    }

    @Override
    public int depth() {
        return depth(hops, condition) + 1;
    }

    @Override
    public <R> R accept(PredicateVisitor<R> visitor) {
        return visitor.reached(this);
    }
}
