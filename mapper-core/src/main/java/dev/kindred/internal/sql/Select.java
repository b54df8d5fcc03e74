package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one table.
 *
 * @param table the table
 * @param columns the selected columns, in the order of the result
 * @param aggregations the aggregates over related rows, selected after the columns
 * @param where the condition, or null for all rows
 * @param orderBy the order, most significant term first
 * @param page the limit and offset
 * @param distinct the DISTINCT clause, or null
 * @param lock the row lock, or null
 */
public record Select(
        TableName table,
        List<ColumnReference> columns,
        List<Aggregation> aggregations,
        @Nullable Predicate where,
        List<Ordering> orderBy,
        Page page,
        @Nullable Distinct distinct,
        @Nullable Lock lock)
        implements Statement {

    public Select {
        Checks.notNull(table, "table");
        columns = List.copyOf(columns);
        aggregations = List.copyOf(aggregations);
        Checks.argument(!columns.isEmpty(), "a select needs at least one column");
        orderBy = List.copyOf(orderBy);
        Checks.notNull(page, "page");
        if (distinct != null) {
            Abilities.require(ServerAbility.GROUPING, distinct.on().isEmpty() ? columns : distinct.on());
        }
    }

    /** Creates a select of columns only. */
    public Select(
            TableName table,
            List<ColumnReference> columns,
            @Nullable Predicate where,
            List<Ordering> orderBy,
            Page page) {
        this(table, columns, List.of(), where, orderBy, page, null, null);
    }

    /** Returns a copy that selects {@code values} after the columns. */
    public Select with(List<Aggregation> values) {
        return new Select(table, columns, values, where, orderBy, page, distinct, lock);
    }

    /** Returns a copy that selects {@code more} after its columns. */
    public Select beside(List<ColumnReference> more) {
        return more.isEmpty()
                ? this
                : reading(Stream.concat(columns.stream(), more.stream()).toList());
    }

    /** Returns a copy with other columns. */
    public Select reading(List<ColumnReference> others) {
        return new Select(table, others, aggregations, where, orderBy, page, distinct, lock);
    }

    /**
     * Returns a copy restricted to the rows that also match {@code condition}. If the query has a page, the condition
     * applies to the rows of the page.
     */
    public Select narrowed(Predicate condition) {
        Predicate all = where == null ? condition : where.and(condition);
        return new Select(table, columns, aggregations, all, orderBy, page, distinct, lock);
    }

    /** Returns the depth of the condition; 0 without a condition. */
    int depth() {
        return where == null ? 0 : where.depth();
    }

    /** Returns a copy with this page. */
    public Select paged(Page changed) {
        return new Select(table, columns, aggregations, where, orderBy, changed, distinct, lock);
    }

    /** Returns a copy without an order. */
    public Select unordered() {
        return new Select(table, columns, aggregations, where, List.of(), page, distinct, lock);
    }

    /** Returns a copy with this DISTINCT clause; null removes it. */
    public Select distinct(@Nullable Distinct changed) {
        return new Select(table, columns, aggregations, where, orderBy, page, changed, lock);
    }

    /** Returns a copy with this row lock; null removes it. */
    public Select locked(@Nullable Lock changed) {
        return new Select(table, columns, aggregations, where, orderBy, page, distinct, changed);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.select(this);
    }

    /**
     * The limit and offset of a result.
     *
     * @param limit the maximum number of rows, or null for all
     * @param offset the number of rows to skip, or null for none
     * @param isConstant whether the limit is the same for every execution, so that it is part of the text
     */
    public record Page(@Nullable Long limit, @Nullable Long offset, boolean isConstant) {

        public static final Page ALL = new Page(null, null);

        /** Creates a page whose limit is a parameter. */
        public Page(@Nullable Long limit, @Nullable Long offset) {
            this(limit, offset, false);
        }
    }
}
