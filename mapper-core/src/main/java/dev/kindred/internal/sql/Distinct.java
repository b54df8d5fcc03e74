package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import java.util.List;

/**
 * The DISTINCT clause: of equal rows, the first is read. Immutable.
 *
 * @param on the columns of DISTINCT ON, which must come first in the order; empty to compare all selected values
 */
public record Distinct(List<ColumnReference> on) {

    /** Compares all selected values. */
    public static final Distinct ROWS = new Distinct(List.of());

    public Distinct {
        on = List.copyOf(on);
    }
}
