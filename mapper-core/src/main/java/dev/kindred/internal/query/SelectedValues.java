package dev.kindred.internal.query;

import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.ColumnValues;
import org.jspecify.annotations.Nullable;

/** The values of one column in the rows of a query that reads only this column. Immutable. */
public final class SelectedValues<T extends @Nullable Object> extends Wrapper<Select> implements ColumnValues<T> {

    /** Wraps {@code select}, which must read one column. */
    public SelectedValues(Select select) {
        super(select);
        Checks.argument(
                select.columns().size() == 1 && select.aggregations().isEmpty(),
                "the query must read exactly one column");
    }
}
