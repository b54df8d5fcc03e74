package dev.kindred.internal.model;

import dev.kindred.internal.util.Checks;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a column is besides a value. */
public enum ColumnTrait {
    /** Part of the primary key. */
    ID,
    /** Made by the database when null on insert. */
    GENERATED,
    /** Raised by one on each update, and compared. */
    VERSION,
    /** Set from the mapper's clock on insert. */
    CREATED_AT,
    /** Set from the mapper's clock on insert and on each change. */
    UPDATED_AT,
    /** Set to the auditor of the operation on insert. */
    CREATED_BY,
    /** Set to the auditor of the operation on insert and on each change. */
    UPDATED_BY,
    /** Read and never written. */
    READ_ONLY,
    /** The tenant of the row, set from the Context on insert and never changed. */
    TENANT,
    /** Says since when the row counts as deleted; null in all others. */
    SOFT_DELETE,
    /** May be null. */
    NULLABLE,
    /** Different in every row. */
    UNIQUE;

    private static final Set<ColumnTrait> FILLED = EnumSet.complementOf(EnumSet.of(ID, UNIQUE));

    /**
     * Returns whether a new entity must have a value for a column with {@code traits}. It need not if the column may be
     * null, or if the database or the mapper creates the value.
     */
    public static boolean isRequired(Collection<ColumnTrait> traits) {
        return Checks.noNulls(traits, "traits").stream().noneMatch(FILLED::contains);
    }
}
