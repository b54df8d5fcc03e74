package dev.kindred.query;

/** What the first subscription to an unloaded relation handle of a query's entities does. */
public enum LoadMode {
    /** Loads the relation for all siblings with one statement. */
    BATCH,
    /** Loads the relation of this entity only. */
    SINGLE,
    /** Is an error that names the {@code preload} to add. */
    FORBID
}
