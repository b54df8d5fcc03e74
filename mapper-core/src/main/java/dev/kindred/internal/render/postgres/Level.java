package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.type.TableName;

/**
 * A statement, or a sub-query that many levels below it, and how its columns are named: without a qualifier in a statement that has no
 * sub-query, else under an alias made from the depth, so that tables of any name, the same one on several levels too, are kept apart.
 *
 * @param depth 0 for the statement, 1 for its sub-queries, and so on; less than that when there is none
 * @param alias the name of the table, which none has without a depth
 */
record Level(int depth, String alias) {

    static final Level WITHOUT_ALIAS = new Level(-1, "");
    static final Level OUTERMOST = WITHOUT_ALIAS.inside();

    /** Returns the level of a sub-query. */
    Level inside() {
        return new Level(depth + 1, "t" + (depth + 1));
    }

    /** Returns the level of the table that is joined as the one with {@code number}. */
    Level joined(int number) {
        return new Level(depth, "j" + number);
    }

    SqlWriter table(SqlWriter sql, TableName table) {
        sql.table(table);
        return depth < 0 ? sql : sql.append(" AS ").name(alias);
    }

    SqlWriter column(SqlWriter sql, ColumnReference column) {
        if (depth >= 0) {
            sql.name(alias).append(".");
        }
        return sql.name(column.name());
    }
}
