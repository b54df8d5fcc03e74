package dev.kindred.reactor.internal.preload;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.model.Relation;
import java.util.Locale;

/** Creates the error of a handle that is not loaded and may not load. */
final class UnloadedRelation {

    private UnloadedRelation() {}

    /**
     * Returns the error. It names the preload to add.
     *
     * @param isLoadedInTransaction whether a transaction loaded the relation for itself
     */
    static RelationNotLoadedException error(Relation<?, ?> relation, boolean isLoadedInTransaction) {
        return new RelationNotLoadedException("The relation " + relation
                + " is not loaded, and the query forbids loading it later. Add preload(" + constant(relation)
                + ") to the query"
                + (isLoadedInTransaction
                        ? "; rows that a transaction loaded are visible in that transaction only."
                        : "."));
    }

    private static String constant(Relation<?, ?> relation) {
        // Without the type, which follows the name of a relation to one of several types.
        String name = relation.name().replaceAll("\\(.*", "").replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return relation.entity().getSimpleName() + "_." + name.toUpperCase(Locale.ROOT);
    }
}
