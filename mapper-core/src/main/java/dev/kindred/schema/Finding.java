package dev.kindred.schema;

import java.util.List;

/**
 * A difference between a database and its entities. Immutable and thread-safe. Kindred implements it; a test may do so
 * too.
 */
public interface Finding {

    /** Returns what is different. */
    Kind kind();

    /** Returns the table or the enum type, with its schema if the entity has one. */
    String table();

    /** Returns the columns, in their order. Empty if the finding concerns the whole table. */
    List<String> columns();

    /** Returns the entity or its member, such as {@code User.profile}. */
    String member();

    /** Returns what the entities require. */
    String expected();

    /** Returns what the database has. */
    String found();

    /**
     * Returns the statements that correct the difference, in order. Empty if existing data needs a decision first.
     * Kindred never runs them.
     */
    List<String> remedy();

    /** Returns the difference as one sentence, followed by the remedy. */
    default String message() {
        String statements = remedy().isEmpty() ? "" : " Remedy: " + String.join("; ", remedy());
        String of = columns().isEmpty()
                ? ""
                : "." + (columns().size() == 1 ? columns().get(0) : columns());
        return table() + of + " (" + member() + "): expected " + expected() + ", found " + found() + "." + statements;
    }

    /** The kinds of differences. Later versions may have more. */
    enum Kind {
        /** The table does not exist. */
        MISSING_TABLE,
        /** The column does not exist. */
        MISSING_COLUMN,
        /** The type of the column does not fit the member. */
        WRONG_TYPE,
        /** The column accepts nulls and its member does not, or the reverse. */
        WRONG_NULLNESS,
        /** No member has this column. It is NOT NULL and has no default, so every insert of the mapper fails. */
        UNMAPPED_COLUMN,
        /** The database creates no value for a column that an insert omits. */
        MISSING_DEFAULT,
        /** The primary key does not exist or has other columns. */
        MISSING_PRIMARY_KEY,
        /**
         * No unique index prevents rows with the same key. A relation to one row may then resolve to several, and a
         * pivot table may have a pair twice.
         */
        MISSING_UNIQUE_KEY,
        /**
         * No unique index prevents rows with the same key among the rows that are not marked as deleted, or an index
         * includes marked rows and prevents a new row with the key of a deleted one.
         */
        MISSING_LIVE_KEY,
        /**
         * Several rows have the same key, so a relation to one row resolves to several. The row with the lowest primary
         * key is used. Remove all but one before you create a unique index.
         */
        SHARED_KEY,
        /** The foreign key has no index. */
        MISSING_INDEX,
        /** The foreign key does not exist or references other columns. */
        MISSING_FOREIGN_KEY,
        /** The foreign key has another {@code ON DELETE} than the relation. */
        WRONG_DELETE,
        /** The check of the column does not exist. */
        MISSING_CHECK,
        /**
         * Rows have the name of a type that the relation does not have. Reads of the relation fail for them. Correct
         * the rows, or add the type to {@code names} of {@code @BelongsToOneOf}.
         */
        UNKNOWN_TYPE,
        /** Rows reference a row that does not exist, by the name of its type and its key. Correct or delete them. */
        ORPHANED_ROWS,
        /** The enum type does not exist. */
        MISSING_TYPE,
        /** The enum type has no label for a constant. */
        MISSING_LABEL
    }
}
