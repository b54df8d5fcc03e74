package dev.kindred.internal.sql;

import dev.kindred.error.MappingException;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The operands of a conjunction or disjunction. Adding an operand takes constant time and shares the existing ones, so
 * a condition with many thousand operands is built in linear time. Immutable and thread-safe.
 */
final class Operands extends AbstractList<Predicate> implements RandomAccess {

    /** Conditions are rendered, compared and hashed recursively. This depth fits the stack of every thread. */
    static final int MAX_DEPTH = 500;

    static final Operands NONE = new Operands(null, null, 0, 0);

    private final @Nullable Operands before;
    private final @Nullable Predicate last;
    private final int size;
    private final int depth;
    /** Created on first use. Two threads may both create it. */
    private final AtomicReference<Predicate @Nullable []> array = new AtomicReference<>();

    private Operands(@Nullable Operands before, @Nullable Predicate last, int size, int depth) {
        this.before = before;
        this.last = last;
        this.size = size;
        this.depth = depth;
    }

    static Operands of(List<Predicate> operands) {
        if (operands instanceof Operands shared) {
            return shared;
        }
        Operands all = NONE;
        for (Predicate operand : operands) {
            all = all.and(operand);
        }
        return all;
    }

    /** Returns the depth of a condition whose deepest operand has {@code depth}. */
    static int around(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new MappingException("The condition is nested more than " + MAX_DEPTH
                    + " levels deep. Use in(..) for alternatives of one column, or"
                    + " chain and(..) or or(..) without alternating.");
        }
        return depth + 1;
    }

    /** Returns a copy with one more operand. */
    Operands and(Predicate operand) {
        return new Operands(this, Objects.requireNonNull(operand), size + 1, Math.max(depth, operand.depth()));
    }

    /** Returns the maximum depth of the operands. */
    int depth() {
        return depth;
    }

    @Override
    public Predicate get(int index) {
        return array()[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }

    private Predicate[] array() {
        Predicate @Nullable [] known = array.get();
        if (known == null) {
            known = new Predicate[size];
            for (Operands at = this; at != null && at.last != null; at = at.before) {
                known[at.size - 1] = at.last;
            }
            array.set(known);
        }
        return known;
    }
}
