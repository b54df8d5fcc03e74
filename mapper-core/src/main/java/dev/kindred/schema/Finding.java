package dev.kindred.schema;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.ReferentialAction;
import dev.kindred.sql.TableName;
import java.util.List;

/** One way in which a database differs from what the entities need. Immutable and thread-safe. */
public sealed interface Finding {

    /** Returns where it is. */
    Place place();

    /** Returns what the entities need there. */
    String expected();

    /** Returns what the database has there. */
    String found();

    /**
     * Returns the statements that mend it, one after another, or none when data must be looked at first. They are not run by anything but you: a
     * new {@code NOT NULL} column or another type may need a decision about the rows that are there.
     */
    List<String> remedy();

    /** Returns all of it as one sentence, with the remedy behind. */
    default String message() {
        String statements = remedy().isEmpty() ? "" : " Remedy: " + String.join("; ", remedy());
        return place() + ": expected " + expected() + ", found " + found() + "." + statements;
    }

    /**
     * Where something was looked for.
     *
     * @param table the table or type
     * @param columns the columns of it, in their order; empty for the whole of it
     * @param member the entity, or the member of it, as {@code User.profile}
     */
    record Place(TableName table, List<String> columns, String member) {

        public Place {
            Checks.notNull(table, "table");
            columns = Checks.noNulls(columns, "columns");
            Checks.notNull(member, "member");
        }

        @Override
        public String toString() {
            String of = columns.isEmpty() ? "" : "." + (columns.size() == 1 ? columns.get(0) : columns);
            return table + of + " (" + member + ")";
        }
    }

    /**
     * There is no table.
     * @param place where
     * @param remedy the statements that mend it
     */
    record MissingTable(Place place, List<String> remedy) implements Finding {

        public MissingTable {
            Checks.notNull(place, "place");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String expected() {
            return "a table";
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * There is no column.
     * @param place where
     * @param expected its type
     * @param remedy the statements that mend it
     */
    record MissingColumn(Place place, String expected, List<String> remedy) implements Finding {

        public MissingColumn {
            Checks.notNull(place, "place");
            Checks.notNull(expected, "expected");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * A column has a type that its member does not fit.
     * @param place where
     * @param expected the type of the member
     * @param found the type of the column
     * @param remedy the statements that mend it
     */
    record WrongType(Place place, String expected, String found, List<String> remedy) implements Finding {

        public WrongType {
            Checks.notNull(place, "place");
            Checks.notNull(expected, "expected");
            Checks.notNull(found, "found");
            remedy = Checks.noNulls(remedy, "remedy");
        }
    }

    /**
     * A column takes nulls that its member does not, or the other way round.
     * @param place where
     * @param notNull whether the member takes no null
     * @param remedy the statements that mend it
     */
    record WrongNullness(Place place, boolean notNull, List<String> remedy) implements Finding {

        public WrongNullness {
            Checks.notNull(place, "place");
            remedy = Checks.noNulls(remedy, "remedy");
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

    /**
     * No member has this column, which takes no null and has no default, so that every insert of the mapper fails.
     * @param place where
     * @param remedy the statements that mend it
     */
    record UnmappedColumn(Place place, List<String> remedy) implements Finding {

        public UnmappedColumn {
            Checks.notNull(place, "place");
            remedy = Checks.noNulls(remedy, "remedy");
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
     * @param place where
     * @param expected what makes it
     * @param remedy the statements that mend it
     */
    record MissingDefault(Place place, String expected, List<String> remedy) implements Finding {

        public MissingDefault {
            Checks.notNull(place, "place");
            Checks.notNull(expected, "expected");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * The primary key is missing, or another.
     * @param place where
     * @param found what there is instead
     * @param remedy the statements that mend it
     */
    record MissingPrimaryKey(Place place, String found, List<String> remedy) implements Finding {

        public MissingPrimaryKey {
            Checks.notNull(place, "place");
            Checks.notNull(found, "found");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String expected() {
            return "a primary key";
        }
    }

    /**
     * No unique index keeps rows from sharing a key, so that a relation to one row may lead to several.
     * @param place where
     * @param remedy the statements that mend it
     */
    record MissingUniqueKey(Place place, List<String> remedy) implements Finding {

        public MissingUniqueKey {
            Checks.notNull(place, "place");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String expected() {
            return "a unique index";
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * Several rows share a key, so that a relation to one row leads to several; the one with the lowest primary key counts. No unique index
     * can be made before all but one are gone.
     * @param place where
     * @param parents how many keys have more than one row
     * @param remedy the statements that mend it
     */
    record SharedKey(Place place, long parents, List<String> remedy) implements Finding {

        public SharedKey {
            Checks.notNull(place, "place");
            remedy = Checks.noNulls(remedy, "remedy");
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

    /**
     * No index finds the rows of a foreign key.
     * @param place where
     * @param remedy the statements that mend it
     */
    record MissingIndex(Place place, List<String> remedy) implements Finding {

        public MissingIndex {
            Checks.notNull(place, "place");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String expected() {
            return "an index";
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * Nothing keeps a row from pointing at one that is not there.
     * @param place where
     * @param expected where it points
     * @param remedy the statements that mend it
     */
    record MissingForeignKey(Place place, String expected, List<String> remedy) implements Finding {

        public MissingForeignKey {
            Checks.notNull(place, "place");
            Checks.notNull(expected, "expected");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * A delete of the row that is pointed at does something else.
     * @param place where
     * @param wanted what the relation says
     * @param actual what the constraint says
     * @param remedy the statements that mend it
     */
    record WrongDelete(Place place, ReferentialAction wanted, ReferentialAction actual, List<String> remedy)
            implements Finding {

        public WrongDelete {
            Checks.notNull(place, "place");
            Checks.notNull(wanted, "wanted");
            Checks.notNull(actual, "actual");
            remedy = Checks.noNulls(remedy, "remedy");
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
     * @param place where
     * @param expected the condition
     * @param remedy the statements that mend it
     */
    record MissingCheck(Place place, String expected, List<String> remedy) implements Finding {

        public MissingCheck {
            Checks.notNull(place, "place");
            Checks.notNull(expected, "expected");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * There is no such enum type.
     * @param place where
     * @param remedy the statements that mend it
     */
    record MissingType(Place place, List<String> remedy) implements Finding {

        public MissingType {
            Checks.notNull(place, "place");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String expected() {
            return "an enum type";
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /**
     * An enum type has no such label.
     * @param place where
     * @param label the name of the constant
     * @param remedy the statements that mend it
     */
    record MissingLabel(Place place, String label, List<String> remedy) implements Finding {

        public MissingLabel {
            Checks.notNull(place, "place");
            Checks.notNull(label, "label");
            remedy = Checks.noNulls(remedy, "remedy");
        }

        @Override
        public String expected() {
            return "the label " + label;
        }

        @Override
        public String found() {
            return "none";
        }
    }
}
