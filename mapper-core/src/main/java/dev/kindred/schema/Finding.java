package dev.kindred.schema;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.util.Checks;
import java.util.List;

/** A difference between a database and its entities. Immutable and thread-safe. */
public sealed interface Finding {

    /** Returns the place of the difference. */
    Place place();

    /** Returns the state that the entities require. */
    String expected();

    /** Returns the state of the database. */
    default String found() {
        return "none";
    }

    /**
     * Returns the statements that fix the difference, in order. The list is empty if existing data needs a decision
     * first. Kindred never runs them.
     */
    List<String> remedy();

    /** Returns the difference as one sentence, followed by the remedy. */
    default String message() {
        String statements = remedy().isEmpty() ? "" : " Remedy: " + String.join("; ", remedy());
        return place() + ": expected " + expected() + ", found " + found() + "." + statements;
    }

    private static List<String> checked(Place place, List<String> remedy) {
        Checks.notNull(place, "place");
        return Checks.noNulls(remedy, "remedy");
    }

    /** The table does not exist. */
    record MissingTable(Place place, List<String> remedy) implements Finding {

        public MissingTable {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "a table";
        }
    }

    /**
     * The column does not exist.
     *
     * @param expected the type of the column
     */
    record MissingColumn(Place place, String expected, List<String> remedy) implements Finding {

        public MissingColumn {
            Checks.notNull(expected, "expected");
            remedy = checked(place, remedy);
        }
    }

    /**
     * The type of a column does not fit the type of its member.
     *
     * @param expected the type of the member
     * @param found the type of the column
     */
    record WrongType(Place place, String expected, String found, List<String> remedy) implements Finding {

        public WrongType {
            Checks.notNull(expected, "expected");
            Checks.notNull(found, "found");
            remedy = checked(place, remedy);
        }
    }

    /**
     * A column is nullable and its member is not, or the reverse.
     *
     * @param notNull whether the member is not nullable
     */
    record WrongNullness(Place place, boolean notNull, List<String> remedy) implements Finding {

        public WrongNullness {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return notNull ? "NOT NULL" : "a nullable column";
        }

        @Override
        public String found() {
            return notNull ? "a nullable column" : "NOT NULL";
        }
    }

    /** A NOT NULL column without a default has no member, so that every insert of the mapper fails. */
    record UnmappedColumn(Place place, List<String> remedy) implements Finding {

        public UnmappedColumn {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "no such column, or a default for it";
        }

        @Override
        public String found() {
            return "NOT NULL without a default";
        }
    }

    /**
     * A column that an insert omits has no default or identity.
     *
     * @param expected the default or identity
     */
    record MissingDefault(Place place, String expected, List<String> remedy) implements Finding {

        public MissingDefault {
            Checks.notNull(expected, "expected");
            remedy = checked(place, remedy);
        }
    }

    /**
     * The primary key is missing or has other columns.
     *
     * @param found the primary key of the table, or none
     */
    record MissingPrimaryKey(Place place, String found, List<String> remedy) implements Finding {

        public MissingPrimaryKey {
            Checks.notNull(found, "found");
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "a primary key";
        }
    }

    /** The unique index of a key is missing, so that a to-one relation can match several rows. */
    record MissingUniqueKey(Place place, List<String> remedy) implements Finding {

        public MissingUniqueKey {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "a unique index";
        }
    }

    /**
     * The unique index on the rows that are not marked as deleted is missing, or an index covers the deleted rows too.
     * In the second case a new row cannot replace a deleted one.
     *
     * @param found the index that covers deleted rows, or none
     */
    record MissingLiveKey(Place place, String found, List<String> remedy) implements Finding {

        public MissingLiveKey {
            Checks.notNull(found, "found");
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "a unique index of the rows that are not marked as deleted";
        }
    }

    /**
     * Several rows have the same key, so that a to-one relation matches several rows and uses the one with the lowest
     * primary key. The unique index can be created after the duplicates are removed.
     *
     * @param parents the number of keys with more than one row
     */
    record SharedKey(Place place, long parents, List<String> remedy) implements Finding {

        public SharedKey {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "at most one row for each key";
        }

        @Override
        public String found() {
            return parents + (parents == 1 ? " key" : " keys") + " with several rows";
        }
    }

    /** A foreign key has no index. */
    record MissingIndex(Place place, List<String> remedy) implements Finding {

        public MissingIndex {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "an index";
        }
    }

    /**
     * The foreign key constraint is missing or references other columns.
     *
     * @param expected the referenced columns
     * @param found the columns that the existing constraint references, or none
     */
    record MissingForeignKey(Place place, String expected, String found, List<String> remedy) implements Finding {

        public MissingForeignKey {
            Checks.notNull(expected, "expected");
            Checks.notNull(found, "found");
            remedy = checked(place, remedy);
        }
    }

    /**
     * The foreign key has another ON DELETE action.
     *
     * @param wanted the action of the relation
     * @param actual the action of the constraint
     */
    record WrongDelete(Place place, OnDelete wanted, OnDelete actual, List<String> remedy) implements Finding {

        public WrongDelete {
            Checks.notNull(wanted, "wanted");
            Checks.notNull(actual, "actual");
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return wanted + " on delete";
        }

        @Override
        public String found() {
            return actual.toString();
        }
    }

    /**
     * A column has no check constraint.
     *
     * @param expected the condition
     */
    record MissingCheck(Place place, String expected, List<String> remedy) implements Finding {

        public MissingCheck {
            Checks.notNull(expected, "expected");
            remedy = checked(place, remedy);
        }
    }

    /** The enum type does not exist. */
    record MissingType(Place place, List<String> remedy) implements Finding {

        public MissingType {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "an enum type";
        }
    }

    /**
     * An enum type lacks a label.
     *
     * @param label the name of the constant
     */
    record MissingLabel(Place place, String label, List<String> remedy) implements Finding {

        public MissingLabel {
            Checks.notNull(label, "label");
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "the label " + label;
        }
    }
}
