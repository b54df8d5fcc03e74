package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The nesting level of a statement or sub-query, which determines how its columns are qualified. A statement without
 * sub-queries has no qualifier. Otherwise each level has an alias made from its depth, so that equal table names on
 * several levels stay distinct.
 *
 * @param depth 0 for the statement, 1 for its sub-queries, and so on; negative without qualifiers
 * @param alias the alias of the table; unused without qualifiers
 * @param before the table of the step before, if the rows are reached over a path; else null
 */
record Level(int depth, String alias, @Nullable Before before) {

    static final Level WITHOUT_ALIAS = new Level(-1, "", null);
    static final Level OUTERMOST = WITHOUT_ALIAS.inside();

    /** Returns the level of a direct sub-query. */
    Level inside() {
        return new Level(depth + 1, "t" + (depth + 1), null);
    }

    /** Returns the level of the joined table with {@code number}. */
    Level joined(int number) {
        return new Level(depth, "j" + number, null);
    }

    /** Returns the level of the table of the step with {@code number} on the path to the table of this level. */
    Level hop(int number) {
        return new Level(depth, alias + "_" + number, null);
    }

    /** Returns this level for rows that the step before reaches from {@code table} at {@code level}. */
    Level after(Level level, TableName table) {
        return new Level(depth, alias, new Before(level, table));
    }

    /** The table of the step before. */
    record Before(Level level, TableName table) {}

    /** Writes a table whose rows are read. */
    SqlWriter table(SqlWriter sql, TableName table) {
        return sql.tenants().read(table, depth < 0 ? null : alias);
    }

    /** Writes a table whose rows are changed. */
    SqlWriter changed(SqlWriter sql, TableName table) {
        sql.tenants().changed(table);
        return depth < 0 ? sql : sql.append(" AS ").name(alias);
    }

    /** Writes the WHERE of a write that changes the rows of {@code table} that match {@code where}. */
    SqlWriter changes(SqlWriter sql, TableName table, @Nullable Predicate where) {
        sql.append(where == null && table.tenant() == null ? "" : " WHERE ");
        sql.tenants().changes(table, depth < 0 ? null : alias, "", where == null ? "" : " AND ");
        if (where != null) {
            PredicateWriter predicates = new PredicateWriter(sql, this);
            if (table.tenant() == null) {
                where.accept(predicates);
            } else {
                predicates.operand(where);
            }
        }
        return sql;
    }

    SqlWriter column(SqlWriter sql, ColumnReference column) {
        if (column.isConstant()) {
            return sql.constant(column);
        }
        if (depth >= 0) {
            sql.name(alias).append(".");
        }
        return sql.name(column.name());
    }
}
