package dev.kindred.model;

import dev.kindred.internal.sql.Select;
import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The values that one column has in the rows of a query, to look for those of another one among them: a sub-query. Immutable; equal when
 * the queries are.
 *
 * @param <T> the type of the values
 * @param select the query, which reads that column and nothing else
 */
@SuppressWarnings("UnusedTypeParameter") // it keeps a column of another type from being compared to the values
public record ColumnValues<T extends @Nullable Object>(Select select) {

    public ColumnValues {
        Checks.notNull(select, "select");
        Checks.argument(
                select.columns().size() == 1 && select.aggregations().isEmpty(), "the query reads one column only");
    }
}
