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
 * Some columns of the rows of a query, in place of entities. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param query which rows; its columns and preloads do not matter
 * @param columns what is read of each, in this order
 * @param distinct which of equal rows are read, or null for all
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

    /** Reads {@code columns} of every row. */
    public Projection(SelectQuery<E> query, List<EntityColumn<E, ?>> columns) {
        this(query, columns, null);
    }

    /** Returns this with each combination of values once. */
    public Projection<E> unique() {
        return new Projection<>(query, columns, Distinct.ROWS);
    }

    /** Returns this with {@code rows} rows at most. */
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
     * @throws MappingException when the query has a preload or selected columns, or when distinct values are sorted by
     *     something that is not read, or locked
     */
    public Select toSelect() {
        query.requireNothingOfEntities("values", "project(..)");
        Select select = query.toSelect().reading(Columns.references(columns));
        return select.distinct(distinct == null || isOneRow() ? null : requirePossible(select));
    }

    /** The row that a relation leads to is distinct by itself, and its order is not one by what is read. */
    private boolean isOneRow() {
        @Nullable Restriction restriction = query.filter().restriction();
        return restriction != null && restriction.atMost() != null;
    }

    private Distinct requirePossible(Select select) {
        for (Ordering ordering : select.orderBy()) {
            if (!(ordering.expression() instanceof ColumnReference column)
                    || !select.columns().contains(column)) {
                throw new MappingException("The query for " + query.model().name()
                        + " reads distinct values of " + columns
                        + " and is sorted by something else, which may differ where those are"
                        + " equal. Sort by these columns, or read the others too.");
            }
        }
        if (select.lock() != null) {
            throw new MappingException(
                    "The query for " + query.model().name()
                            + " reads distinct values, which stand for no row that could be locked. Leave out distinct() or the lock.");
        }
        return Distinct.ROWS;
    }
}
