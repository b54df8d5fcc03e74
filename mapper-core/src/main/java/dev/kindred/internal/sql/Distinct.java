package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import java.util.List;

/**
 * Which of several equal rows are read: the first of them. Immutable.
 *
 * @param on the columns that make rows equal, which then lead the order; none when all that is read counts
 */
public record Distinct(List<ColumnReference> on) {

    /** Rows are equal when all that is read of them is. */
    public static final Distinct ROWS = new Distinct(List.of());

    public Distinct {
        on = List.copyOf(on);
    }
}
