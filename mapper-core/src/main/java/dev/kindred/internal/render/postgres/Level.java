package dev.kindred.internal.render.postgres;

import dev.kindred.sql.Expression.ColumnReference;
import dev.kindred.sql.TableName;

/**
 * A statement, or a sub-query that many levels below it, and how its columns are named: without a qualifier in a statement that has no
 * sub-query, else under an alias made from the depth, so that tables of any name, the same one on several levels too, are kept apart.
 *
 * @param depth 0 for the statement, 1 for its sub-queries, and so on; less than that when there is none
 */
record Level(int depth) {

    static final Level WITHOUT_ALIAS = new Level(-1);
    static final Level OUTERMOST = new Level(0);

    Level inside() {
        return new Level(depth + 1);
    }

    SqlWriter table(SqlWriter sql, TableName table) {
        sql.table(table);
        return depth < 0 ? sql : sql.append(" AS ").name(alias());
    }

    SqlWriter column(SqlWriter sql, ColumnReference column) {
        if (depth >= 0) {
            sql.name(alias()).append(".");
        }
        return sql.name(column.name());
    }

    private String alias() {
        return "t" + depth;
    }
}
