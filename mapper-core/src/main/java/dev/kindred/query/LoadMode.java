package dev.kindred.query;

/** The effect of the first subscription to a relation handle that is not loaded. */
public enum LoadMode {
    /** Loads the relation for all siblings with one statement. */
    BATCH,
    /** Loads the relation of this entity only. */
    SINGLE,
    /** Fails with an error that names the {@code preload} to add. */
    FORBID
}
