package dev.kindred.reactor;

import dev.kindred.internal.persist.Orphans;

/**
 * The treatment of the former children by {@link HasOneOperations#replace(Object, OrphanPolicy)} and
 * {@link HasManyOperations#replaceAll}. The parent still exists, so the action of the foreign key,
 * {@link dev.kindred.annotation.OnDelete}, does not apply: the mapper itself writes the former children. The caller
 * chooses for each call.
 */
public enum OrphanPolicy {
    /** Deletes the rows. With {@code @SoftDelete} they are marked as deleted. */
    DELETE(Orphans.DELETE),
    /** Sets the foreign key to null, as {@link HasOneOperations#dissociate()} does. */
    SET_NULL(Orphans.SET_NULL),
    /**
     * Changes nothing if a former child would be removed. The result is a
     * {@link dev.kindred.error.OrphanedRowsException}.
     */
    REFUSE(Orphans.REFUSE);

    private final Orphans orphans;

    OrphanPolicy(Orphans orphans) {
        this.orphans = orphans;
    }

    Orphans orphans() {
        return orphans;
    }
}
