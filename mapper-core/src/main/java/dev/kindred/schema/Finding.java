package dev.kindred.schema;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.util.Checks;
import java.util.List;

/** A difference between a database and its entities. Immutable and thread-safe. */
public sealed interface Finding {

    /** Returns the place of the difference. */
    Place place();

    /** Returns the value that the entities require. */
    String expected();

    /** Returns the value of the database. */
    default String found() {
        return "none";
    }

    /**
     * Returns the statements that mend it, in order, or an empty list if existing data needs a decision first. Kindred
     * never runs them.
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
     * @param expected its type
     */
    record MissingColumn(Place place, String expected, List<String> remedy) implements Finding {

        public MissingColumn {
            Checks.notNull(expected, "expected");
            remedy = checked(place, remedy);
        }
    }

    /**
     * A column has a type that its member does not fit.
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
     * A column takes nulls that its member does not, or the other way round.
     *
     * @param notNull whether the member takes no null
     */
    record WrongNullness(Place place, boolean notNull, List<String> remedy) implements Finding {

        public WrongNullness {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return notNull ? "NOT NULL" : "nulls to be taken";
        }

        @Override
        public String found() {
            return notNull ? "a column that takes nulls" : "NOT NULL";
        }
    }

    /** No member has this column, which takes no null and has no default, so that every insert of the mapper fails. */
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
     * Nothing makes a value for a column that an insert leaves out.
     *
     * @param expected what makes it
     */
    record MissingDefault(Place place, String expected, List<String> remedy) implements Finding {

        public MissingDefault {
            Checks.notNull(expected, "expected");
            remedy = checked(place, remedy);
        }
    }

    /**
     * The primary key is missing, or another.
     *
     * @param found what there is instead
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

    /** No unique index keeps rows from sharing a key, so that a relation to one row may lead to several. */
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
     * No unique index keeps rows that are not marked as deleted from sharing a key, or one counts marked rows too, so
     * that no new row can take the place of a deleted one.
     *
     * @param found what there is instead
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
     * Several rows share a key, so that a relation to one row leads to several; the one with the lowest primary key
     * counts. No unique index can be made before all but one are gone.
     *
     * @param parents how many keys have more than one row
     */
    record SharedKey(Place place, long parents, List<String> remedy) implements Finding {

        public SharedKey {
            remedy = checked(place, remedy);
        }

        @Override
        public String expected() {
            return "one row at most for each key";
        }

        @Override
        public String found() {
            return parents + (parents == 1 ? " key" : " keys") + " with several rows";
        }
    }

    /** No index finds the rows of a foreign key. */
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
     * Nothing keeps a row from pointing at one that is not there.
     *
     * @param expected where it points
     * @param found none, or where it points instead
     */
    record MissingForeignKey(Place place, String expected, String found, List<String> remedy) implements Finding {

        public MissingForeignKey {
            Checks.notNull(expected, "expected");
            Checks.notNull(found, "found");
            remedy = checked(place, remedy);
        }
    }

    /**
     * A delete of the row that is pointed at does something else.
     *
     * @param wanted what the relation says
     * @param actual what the constraint says
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
     * No check is on a column.
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
     * An enum type has no such label.
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
