package dev.kindred.it.random;

import dev.kindred.it.random.Row.Mark;
import dev.kindred.it.random.Row.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A step of a path in the model.
 *
 * @param world the rows
 * @param table the table of the rows of the step
 * @param column the key column of that table
 * @param local the key column of the table before
 * @param scope the scope
 * @param first the order whose first row is the only one, or null for all rows
 */
record Step(
        World world,
        Table table,
        String column,
        String local,
        Predicate<Row> scope,
        @Nullable Sorting first) {

    Step(World world, Table table, String column, String local) {
        this(world, table, column, local, row -> true, null);
    }

    List<Row> from(Row row, Mark mark) {
        Object key = row.get(local);
        return world.rows(table).stream()
                .filter(each -> key != null && Objects.equals(each.get(column), key))
                .filter(mark::takes)
                .filter(scope)
                .sorted((a, b) -> first == null ? 0 : first.rows().compare(a, b))
                .limit(first == null ? Long.MAX_VALUE : 1)
                .toList();
    }
}
