package dev.kindred.internal.render;

import dev.kindred.type.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the queries that ask a database what it has. Thread-safe. */
public interface CatalogQueries {

    /** Returns the query for the columns of {@code tables}. */
    RenderedSql columns(List<TableName> tables);

    /** Returns the query for the indexes, foreign keys and checks of {@code tables}, and for the labels of {@code enumTypes}. */
    RenderedSql keys(List<TableName> tables, List<TableName> enumTypes);

    /** Returns the query for how many keys more than one row has, of at least one group. */
    RenderedSql sharedKeys(List<KeyColumns> groups);

    /**
     * Columns that make up a key.
     *
     * @param table their table
     * @param columns the columns
     * @param whileNull the column that is null in the rows that count, or null when all rows count
     */
    record KeyColumns(
            TableName table, List<String> columns, @Nullable String whileNull) {

        public KeyColumns {
            columns = List.copyOf(columns);
        }
    }
}
