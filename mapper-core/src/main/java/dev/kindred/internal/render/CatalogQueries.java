package dev.kindred.internal.render;

import dev.kindred.internal.sql.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders the catalog queries. Thread-safe. */
public interface CatalogQueries {

    /** Returns the query for the columns of {@code tables}. */
    RenderedSql columns(List<TableName> tables);

    /**
     * Returns the query for the indexes, foreign keys and checks of {@code tables}, and for the labels of {@code
     * enumTypes}.
     */
    RenderedSql keys(List<TableName> tables, List<TableName> enumTypes);

    /** Returns the query that counts keys shared by several rows, for at least one group. */
    RenderedSql sharedKeys(List<KeyColumns> groups);

    /**
     * Returns the query that counts rows without a target, by the name of their type, for at least one relation.
     */
    RenderedSql wrongRows(List<TypedReference> references);

    /**
     * The columns of a key.
     *
     * @param table the table
     * @param columns the columns
     * @param whileNull the column that must be null for a row to count, or null to count all rows
     */
    record KeyColumns(
            TableName table, List<String> columns, @Nullable String whileNull) {

        public KeyColumns {
            columns = List.copyOf(columns);
        }
    }
}
