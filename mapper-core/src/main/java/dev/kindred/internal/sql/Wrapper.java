package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A value of the public API that is a part of a statement. It has no public member, so that users do not see the part.
 * {@link Nodes} reads the part. Two are equal if they are of one class and their parts are equal. Immutable and
 * thread-safe if the part is.
 *
 * @param <N> the part
 */
public abstract class Wrapper<N> {

    final N node;

    /** Takes the part. */
    protected Wrapper(N node) {
        this.node = Checks.notNull(node, "node");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Wrapper<?> wrapper && wrapper.getClass() == getClass() && wrapper.node.equals(node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + node + "]";
    }
}
