package dev.kindred.internal.persist;

import dev.kindred.internal.sql.GivenValues;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the statements that write pairs. Immutable and thread-safe.
 *
 * @param relation the relation of the pairs
 * @param pivots the relation to the pivot, or null without one
 */
record LinkShapes(Relation<?, ?> relation, @Nullable Relation<?, ?> pivots) {

    /**
     * Returns {@code links} with its shape. Without one if the pairs have values of their own, or if the relation has
     * conditions with values, which may change.
     *
     * @param wanted the pairs, or null for all
     */
    ShapedStatement<LinkRows> of(Kind kind, boolean isIndexed, @Nullable WantedLinks<?> wanted, LinkRows links) {
        List<Predicate> conditions = conditions();
        boolean isFixed = (wanted == null || wanted.columns().isEmpty())
                && conditions.stream()
                        .allMatch(condition -> GivenValues.of(condition).isEmpty());
        return isFixed
                ? new ShapedStatement<>(
                        new LinkShape(kind, relation, isIndexed, number(wanted), conditions),
                        GivenValues.of(links),
                        () -> links)
                : ShapedStatement.of(links);
    }

    /** The text is the same for any number of pairs above one. */
    private static int number(@Nullable WantedLinks<?> wanted) {
        return wanted == null ? 0 : Math.min(wanted.keys().size(), 2);
    }

    private List<Predicate> conditions() {
        List<Predicate> all = new ArrayList<>(Nodes.of(relation).hops().get(0).conditions());
        all.addAll(Nodes.of(relation).rows().conditions());
        if (pivots != null) {
            all.addAll(Nodes.of(pivots).rows().conditions());
        }
        return all;
    }

    /** What is done to the pairs. */
    enum Kind {
        ATTACH,
        LOCK_AND_ATTACH,
        DETACH,
        DETACH_ALL,
        SYNC,
        ADD_OR_CHANGE,
        TOGGLE
    }

    /**
     * What determines the text.
     *
     * @param number the number of pairs, at most two
     * @param conditions the conditions of the relation
     */
    private record LinkShape(
            Kind kind, Relation<?, ?> relation, boolean isIndexed, int number, List<Predicate> conditions) {}
}
