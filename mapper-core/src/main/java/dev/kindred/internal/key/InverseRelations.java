package dev.kindred.internal.key;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.List;

/** The relations that link the same columns from the other side. Thread-safe: it has no state. */
public final class InverseRelations {

    private InverseRelations() {}

    /** Returns the relations of the related entity that link the same columns as {@code relation}. */
    public static <E, R> List<Relation<R, E>> of(Relation<E, R> relation) {
        List<Relation<R, E>> inverses = new ArrayList<>();
        for (Relation<R, ?> candidate : relation.related().relations()) {
            if (areInverse(candidate, relation)) {
                @SuppressWarnings("unchecked") // its related entity is the entity of the relation
                Relation<R, E> inverse = (Relation<R, E>) candidate;
                inverses.add(inverse);
            }
        }
        return List.copyOf(inverses);
    }

    private static boolean areInverse(Relation<?, ?> one, Relation<?, ?> other) {
        return Nodes.of(one).isDirect()
                && Nodes.of(other).isDirect()
                && Nodes.of(one).holdsForeignKey() != Nodes.of(other).holdsForeignKey()
                && one.related().type() == other.entity()
                && one.sourceKey().equals(other.targetKey())
                && one.targetKey().equals(other.sourceKey());
    }
}
