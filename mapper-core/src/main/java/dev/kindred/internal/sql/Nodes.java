package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads the parts of statements from the values of the public API that wrap them. */
public final class Nodes {

    private Nodes() {}

    /** Returns the part that {@code value} wraps. */
    public static <N> N of(Wrapper<N> value) {
        return value.node;
    }

    /** Returns the parts that {@code values} wrap, in their order. */
    public static <N> List<N> all(Collection<? extends Wrapper<? extends N>> values) {
        List<N> nodes = new ArrayList<>(values.size());
        for (Wrapper<? extends N> value : values) {
            nodes.add(value.node);
        }
        return nodes;
    }

    /**
     * Returns the query that {@code values} wraps.
     *
     * @throws IllegalArgumentException if it wraps none, as an implementation of a user does
     */
    public static Select select(Object values) {
        if (Checks.notNull(values, "values") instanceof Wrapper<?> wrapper && wrapper.node instanceof Select select) {
            return select;
        }
        throw new IllegalArgumentException("The values of a sub-query come from values(..) of a query only.");
    }
}
