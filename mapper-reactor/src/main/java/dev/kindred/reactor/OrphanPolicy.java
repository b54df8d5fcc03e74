package dev.kindred.reactor;

/**
 * What {@link HasOneOperations#replace(Object, OrphanPolicy)} does to the former child. The parent still exists, so the
 * action of the foreign key, {@link dev.kindred.annotation.OnDelete}, does not apply: the mapper itself writes the
 * former child. The caller chooses for each call.
 */
public enum OrphanPolicy {
    /** Deletes the row. With {@code @SoftDelete} it is marked as deleted. */
    DELETE,
    /** Sets the foreign key to null, as {@link HasOneOperations#dissociate()} does. */
    SET_NULL
}
