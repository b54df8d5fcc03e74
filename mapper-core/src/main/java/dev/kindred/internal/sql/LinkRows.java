package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes and adds the pairs of one parent in a pivot table, in one statement. Each row of the result has the number of
 * a {@link Kind} and the target columns of a pair that was written.
 *
 * @param table the pivot table
 * @param source the columns that reference the parent, with its key
 * @param target the columns that reference the related rows
 * @param lock the lock of the parent's row, or null if the transaction holds it already
 * @param removal the pairs to remove, or null
 * @param addition the pairs to add, or null
 * @param touches the owners of the pairs to touch
 */
public record LinkRows(
        TableName table,
        List<SetColumn> source,
        List<ColumnReference> target,
        @Nullable LockRows lock,
        @Nullable Removal removal,
        @Nullable Addition addition,
        List<Touch> touches)
        implements Statement {

    public LinkRows {
        Checks.notNull(table, "table");
        source = List.copyOf(source);
        target = List.copyOf(target);
        Checks.argument(!source.isEmpty() && !target.isEmpty(), "a pair needs columns for both sides");
        Checks.argument(removal != null || addition != null, "nothing to remove or add");
        touches = List.copyOf(touches);
    }

    /** Returns the target columns that do not reference the parent, too. */
    public List<ColumnReference> ownTarget() {
        return target.stream()
                .filter(column -> source.stream().noneMatch(set -> set.column().equals(column)))
                .toList();
    }

    /** Returns a copy with touches. */
    public LinkRows touching(List<Touch> owners) {
        return new LinkRows(table, source, target, lock, removal, addition, owners);
    }

    /** Returns a write of the table that assigns the same audit times, for decisions about touches. */
    public Write write() {
        if (addition == null) {
            return new Delete(table, null);
        }
        List<SetColumn> values = new ArrayList<>(source);
        values.addAll(addition.constants);
        return new Insert(table, values, List.of());
    }

    /** Returns the columns of a written pair that are read: the target, and the foreign keys of the touches. */
    public List<ColumnReference> read() {
        Set<ColumnReference> all = new LinkedHashSet<>(target);
        touches.forEach(touch -> all.addAll(touch.foreignKey()));
        return List.copyOf(all);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.linkRows(this);
    }

    /** What happened to a pair. */
    public enum Kind {
        /** The pair was removed, or updated by a removal with assignments. */
        REMOVED(0),
        /** Columns of the pair were changed. */
        UPDATED(1),
        /** The pair was added. */
        ADDED(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** Returns the kind with {@code number}. */
        public static Kind of(int number) {
            return number == REMOVED.number ? REMOVED : number == UPDATED.number ? UPDATED : ADDED;
        }

        /** Returns the number of the kind in the result. */
        public int number() {
            return number;
        }
    }

    /**
     * Assignments to existing rows.
     *
     * @param values the columns that get a value
     * @param increments the integer columns that are incremented
     */
    public record Marks(List<SetColumn> values, List<ColumnReference> increments) {

        public Marks {
            values = List.copyOf(values);
            increments = List.copyOf(increments);
        }
    }

    /**
     * The pairs to remove, or to update.
     *
     * @param where the condition of the rows
     * @param marks the assignments to the rows, which mark them as deleted or update them; null to delete the rows
     */
    public record Removal(Predicate where, @Nullable Marks marks) {

        public Removal {
            Checks.notNull(where, "where");
        }
    }

    /**
     * The pairs to add.
     *
     * @param rows the target columns and the columns with values, for each pair
     * @param constants the columns that have the same value in each new row
     * @param conflict what happens to existing rows of the same pairs
     * @param change the assignments to existing pairs whose values differ, or null to leave them unchanged
     */
    public record Addition(
            RowSource rows,
            List<SetColumn> constants,
            Conflict conflict,
            @Nullable Change change) {

        public Addition {
            Checks.notNull(rows, "rows");
            constants = List.copyOf(constants);
            Checks.notNull(conflict, "conflict");
        }
    }

    /**
     * The existing rows of a pair.
     *
     * @param isIndexed whether a unique index on the pair refuses a second row
     * @param where the condition of a partial index, or null
     * @param deleted the column that marks a row as deleted, or null
     * @param replaced the columns of a restored row that get the new row's value
     * @param increments the integer columns of a restored row that are incremented
     */
    public record Conflict(
            boolean isIndexed,
            @Nullable Predicate where,
            @Nullable ColumnReference deleted,
            List<ColumnReference> replaced,
            List<ColumnReference> increments) {

        public Conflict {
            replaced = List.copyOf(replaced);
            increments = List.copyOf(increments);
        }
    }

    /**
     * The update of existing pairs.
     *
     * @param where the condition of the rows
     * @param columns the columns of the source of rows that are compared and assigned
     * @param marks further assignments to a changed row
     */
    public record Change(Predicate where, List<ColumnReference> columns, Marks marks) {

        public Change {
            Checks.notNull(where, "where");
            columns = List.copyOf(columns);
            Checks.argument(!columns.isEmpty(), "a change needs a column");
            Checks.notNull(marks, "marks");
        }
    }
}
