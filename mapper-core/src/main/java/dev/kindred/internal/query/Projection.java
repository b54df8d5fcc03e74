package dev.kindred.internal.query;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Distinct;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that reads some columns instead of entities. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param query the query for the rows; its columns and preloads are ignored
 * @param columns the columns to read, in order
 * @param distinct the DISTINCT clause, or null
 */
public record Projection<E>(
        SelectQuery<E> query,
        List<EntityColumn<E, ?>> columns,
        @Nullable Distinct distinct) {

    public Projection {
        Checks.notNull(query, "query");
        columns = Checks.noNulls(columns, "columns");
        Checks.argument(!columns.isEmpty(), "a projection needs at least one column");
        for (EntityColumn<E, ?> column : columns) {
            query.model().ordinal(column);
        }
    }

    /** Creates the projection of {@code columns} of all rows. */
    public Projection(SelectQuery<E> query, List<EntityColumn<E, ?>> columns) {
        this(query, columns, null);
    }

    /** Returns a copy that reads each combination of values once. */
    public Projection<E> unique() {
        return new Projection<>(query, columns, Distinct.ROWS);
    }

    /** Returns a copy that reads at most {@code rows} rows. */
    public Projection<E> atMost(long rows) {
        return new Projection<>(query.atMost(rows), columns, distinct);
    }

    /** Returns the position of {@code column} among the values of a row. */
    public int position(EntityColumn<E, ?> column) {
        int position = columns.indexOf(Checks.notNull(column, "column"));
        Checks.argument(position >= 0, "The projection does not read " + column + "; it reads " + columns + ".");
        return position;
    }

    /**
     * Returns the statement that reads the values.
     *
     * @throws MappingException if the query has a preload or selected columns, or if distinct values are locked or
     *     sorted by an expression that is not selected
     */
    public Select toSelect() {
        query.requireNothingOfEntities("values", "project(..)");
        Select ordered = query.toSelect().reading(Columns.references(columns));
        boolean hasOwnOrder = distinct == null || !query.filter().orderBy().isEmpty() || isOneRow();
        Select select = hasOwnOrder ? ordered : ordered.unordered();
        return select.distinct(distinct == null || isOneRow() ? null : requirePossible(select));
    }

    /** A to-one relation has one row, which is distinct. Its order uses columns that are not selected. */
    private boolean isOneRow() {
        @Nullable Restriction restriction = query.filter().restriction();
        return restriction != null && restriction.atMost() != null;
    }

    private Distinct requirePossible(Select select) {
        for (Ordering ordering : select.orderBy()) {
            if (!(ordering.expression() instanceof ColumnReference column)
                    || !select.columns().contains(column)) {
                throw new MappingException("The query for " + query.model().name()
                        + " reads distinct values of " + columns + " and sorts by other expressions, which can"
                        + " differ between rows with equal values. Sort by these columns, or select the"
                        + " others too.");
            }
        }
        if (select.lock() != null) {
            throw new MappingException("The query for " + query.model().name()
                    + " reads distinct values, which cannot be locked. Leave out distinct() or the lock.");
        }
        return Distinct.ROWS;
    }
}
