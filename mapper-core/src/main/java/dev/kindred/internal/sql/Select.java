package dev.kindred.internal.sql;

import dev.kindred.type.TableName;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Expression.ColumnReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one table.
 *
 * @param table the table
 * @param columns the columns read, in the order of the result
 * @param aggregations the values read after the columns, made of rows that belong to each row
 * @param where the condition, or null for every row
 * @param orderBy the order, most significant term first
 * @param page which rows of the result
 * @param distinct which of equal rows are read, or null for all
 * @param lock how the rows are locked, or null when they are not
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
        Checks.argument(!columns.isEmpty(), "a select has at least one column");
        orderBy = List.copyOf(orderBy);
        Checks.notNull(page, "page");
        if (distinct != null) {
            Abilities.require(ServerAbility.GROUPING, distinct.on().isEmpty() ? columns : distinct.on());
        }
    }

    /** Reads columns only. */
    public Select(
            TableName table,
            List<ColumnReference> columns,
            @Nullable Predicate where,
            List<Ordering> orderBy,
            Page page) {
        this(table, columns, List.of(), where, orderBy, page, null, null);
    }

    /** Returns this with {@code values} read after the columns. */
    public Select with(List<Aggregation> values) {
        return new Select(table, columns, values, where, orderBy, page, distinct, lock);
    }

    /** Returns this with other columns. */
    public Select reading(List<ColumnReference> others) {
        return new Select(table, others, aggregations, where, orderBy, page, distinct, lock);
    }

    /** Returns this with those of its rows only that satisfy {@code condition} too; a page is one of those. */
    public Select narrowed(Predicate condition) {
        Predicate all = where == null ? condition : where.and(condition);
        return new Select(table, columns, aggregations, all, orderBy, page, distinct, lock);
    }

    /** Returns the depth of the condition; 0 without one. */
    int depth() {
        return where == null ? 0 : where.depth();
    }

    /** Returns this in any order. */
    public Select unordered() {
        return new Select(table, columns, aggregations, where, List.of(), page, distinct, lock);
    }

    /** Returns this with the first of equal rows only, or with all of them when {@code changed} is null. */
    public Select distinct(@Nullable Distinct changed) {
        return new Select(table, columns, aggregations, where, orderBy, page, changed, lock);
    }

    /** Returns this with its rows locked as {@code changed} says, or not when it is null. */
    public Select locked(@Nullable Lock changed) {
        return new Select(table, columns, aggregations, where, orderBy, page, distinct, changed);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.select(this);
    }

    /**
     * Which rows of a result.
     *
     * @param limit how many rows at most, or null for all
     * @param offset how many rows are left out first, or null for none
     */
    public record Page(@Nullable Long limit, @Nullable Long offset) {

        public static final Page ALL = new Page(null, null);
    }
}
