package dev.kindred.it.random;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the model.
 *
 * @param table the table
 * @param values the value of each column; the column of a soft delete is true or null
 */
record Row(Table table, Map<String, @Nullable Object> values) {

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    List<Object> key() {
        return table.key().stream().<Object>map(values::get).toList();
    }

    boolean isMarked() {
        return table.mark() != null && values.get(table.mark()) != null;
    }

    @Override
    public String toString() {
        return table.name() + key();
    }

    /**
     * A table.
     *
     * @param name the name
     * @param key the columns of the primary key
     * @param mark the column of a soft delete, or null
     */
    record Table(String name, List<String> key, @Nullable String mark) {}

    /**
     * A row at the end of a relation.
     *
     * @param row the row
     * @param pivot the row of a pivot with an entity, or null
     */
    record Reached(Row row, @Nullable Row pivot) {}

    /** Which rows with a soft delete are meant. */
    enum Mark {
        UNMARKED,
        ALL,
        MARKED;

        boolean takes(Row row) {
            return this == ALL
                    || row.isMarked() == (this == MARKED)
                    || (row.table().mark() == null);
        }
    }
}
