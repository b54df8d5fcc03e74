package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many rows of values, bound to one statement. Immutable. */
public sealed interface RowSource {

    /** Returns the columns, in the order in which the values stand. */
    List<ColumnReference> columns();

    /** Returns how many rows there are. */
    int size();

    /** Returns the values of {@code column}, in the order of the rows, as one array. */
    Parameter values(ColumnReference column);

    /** Returns the value of {@code column} in the first row, or null when the rows have no such column. */
    @Nullable
    Object first(ColumnReference column);

    /** Calls the method of {@code visitor} that stands for this kind of source. */
    <R> R accept(RowSourceVisitor<R> visitor);

    /**
     * One array for each column, so that the text is the same for any number of rows and no limit on parameters is met.
     *
     * @param columns the columns
     * @param arrays the values of each column, in the order of the rows
     * @param size how many rows there are
     */
    record Arrays(List<ColumnReference> columns, List<Parameter> arrays, int size) implements RowSource {

        public Arrays {
            columns = List.copyOf(columns);
            arrays = List.copyOf(arrays);
            Checks.argument(!columns.isEmpty() && columns.size() == arrays.size(), "as many arrays as columns");
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
     * One parameter for each value, for columns that are arrays themselves: arrays of those would be taken apart to their elements.
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
                    "at least one row, and as many values in each as columns");
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
