package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of values, bound to one statement. Immutable. */
public sealed interface RowSource {

    /** Returns the columns, in the order of the values. */
    List<ColumnReference> columns();

    /** Returns the number of rows. */
    int size();

    /** Returns the values of {@code column} as one array, in the order of the rows. */
    Parameter values(ColumnReference column);

    /** Returns the value of {@code column} in the first row, or null if the rows do not have the column. */
    @Nullable
    Object first(ColumnReference column);

    /** Calls the method of {@code visitor} for this kind of source. */
    <R> R accept(RowSourceVisitor<R> visitor);

    /**
     * One array parameter for each column. The text is the same for any number of rows, and the limit on parameters
     * does not apply.
     *
     * @param columns the columns
     * @param arrays the values of each column, in the order of the rows
     * @param size the number of rows
     */
    record Arrays(List<ColumnReference> columns, List<Parameter> arrays, int size) implements RowSource {

        public Arrays {
            columns = List.copyOf(columns);
            arrays = List.copyOf(arrays);
            Checks.argument(!columns.isEmpty() && columns.size() == arrays.size(), "needs one array for each column");
        }

        @Override
        public @Nullable Object first(ColumnReference column) {
            return columns.contains(column) && values(column).value() instanceof List<?> all ? all.get(0) : null;
        }

        @Override
        public Parameter values(ColumnReference column) {
            return arrays.get(columns.indexOf(column));
        }

        @Override
        public <R> R accept(RowSourceVisitor<R> visitor) {
            return visitor.arrays(this);
        }
    }

    /**
     * One parameter for each value. Used for array columns, because {@code unnest} would flatten arrays of arrays.
     *
     * @param columns the columns
     * @param rows the rows, each with a value for each column
     */
    record Tuples(List<ColumnReference> columns, List<List<Parameter>> rows) implements RowSource {

        public Tuples {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int width = columns.size();
            Checks.argument(
                    width > 0 && !rows.isEmpty() && rows.stream().allMatch(row -> row.size() == width),
                    "needs at least one row, and one value for each column in each row");
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public @Nullable Object first(ColumnReference column) {
            int position = columns.indexOf(column);
            return position < 0 ? null : rows.get(0).get(position).value();
        }

        @Override
        public Parameter values(ColumnReference column) {
            int position = columns.indexOf(column);
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(row.get(position).value()));
            return new Parameter(SqlTypes.list(column.type()), values);
        }

        @Override
        public <R> R accept(RowSourceVisitor<R> visitor) {
            return visitor.tuples(this);
        }
    }
}
