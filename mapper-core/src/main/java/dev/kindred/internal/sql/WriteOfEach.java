package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Writes the rows of several callers, one for each. The result has one row for each written row: the returned columns,
 * and the position of its values in {@code rows}, from 1. An insert that does not store all rows stores none.
 *
 * @param shape what the writes of the callers have in common
 * @param rows the values of the columns of the shape
 */
public record WriteOfEach(Shape shape, RowSource.Arrays rows) implements Statement {

    public WriteOfEach {
        Checks.argument(shape.columns().equals(rows.columns()), "the rows must have the columns of the shape");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.writeOfEach(this);
    }

    /** What is done to the rows. */
    public enum Kind {
        /** The rows are new. */
        INSERT,
        /** The rows with the given keys get values. */
        UPDATE,
        /** The rows with the given keys are deleted. */
        DELETE
    }

    /**
     * What writes of one row have in common.
     *
     * @param kind what is done
     * @param table the table
     * @param columns the columns with a value for each row: those of the key, and those that are assigned
     * @param key the columns that identify the row; none for an insert
     * @param increments the integer columns that are incremented
     * @param absent the columns that are null in the rows that may be written
     * @param returning the columns of the written rows to read back
     */
    public record Shape(
            Kind kind,
            TableName table,
            List<ColumnReference> columns,
            List<ColumnReference> key,
            List<ColumnReference> increments,
            List<ColumnReference> absent,
            List<ColumnReference> returning) {

        public Shape {
            Checks.notNull(kind, "kind");
            Checks.notNull(table, "table");
            columns = List.copyOf(columns);
            key = List.copyOf(key);
            increments = List.copyOf(increments);
            absent = List.copyOf(absent);
            returning = List.copyOf(returning);
            Checks.argument(columns.containsAll(key), "the columns must contain the key");
            Checks.argument((kind == Kind.INSERT) == key.isEmpty(), "all rows but new ones need a key");
        }
    }
}
