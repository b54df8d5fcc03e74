package dev.kindred.reactor;

/**
 * The treatment of the former children by {@link HasOneOperations#replace(Object, OrphanPolicy)}. The parent still
 * exists, so the action of the foreign key, {@link dev.kindred.annotation.OnDelete}, does not apply: the mapper itself
 * writes the former children. The caller chooses for each call.
 */
public enum OrphanPolicy {
    /** Deletes the rows. With {@code @SoftDelete} they are marked as deleted. */
    DELETE,
    /** Sets the foreign key to null, as {@link HasOneOperations#dissociate()} does. */
    SET_NULL
}
