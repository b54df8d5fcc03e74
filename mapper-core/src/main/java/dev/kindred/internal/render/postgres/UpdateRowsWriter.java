package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.UpdateRows;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** Writes an update of many rows, each with its own values. */
final class UpdateRowsWriter {

    static final String TABLE = "t";
    private static final String UPDATED = "updated rows";

    private final SqlWriter sql;

    UpdateRowsWriter(SqlWriter sql) {
        this.sql = sql;
    }

    SqlWriter updateRows(UpdateRows update) {
        if (update.requiresAll()) {
            return all(update);
        }
        changed(update);
        return update.returning().isEmpty()
                ? sql
                : sql.append(" RETURNING ").list(update.returning(), ", ", column -> sql.selected(TABLE, column));
    }

    /**
     * The server evaluates the condition once, after the update and before the first row. The cast of the text fails if
     * a row is missing, so that the server rolls the update back. The text is in the error and in the server's log.
     */
    private SqlWriter all(UpdateRows update) {
        sql.append("WITH ").name(UPDATED).append(" AS (");
        changed(update).append(" RETURNING ");
        sql.list(update.returning(), ", ", column -> sql.qualified(TABLE, column.name()));
        sql.append(") SELECT ").list(update.returning(), ", ", sql::selected);
        sql.append(" FROM ").name(UPDATED).append(" WHERE (SELECT (CASE WHEN count(*) = ");
        sql.parameter(new Parameter(SqlTypes.LONG, (long) update.rows().size()));
        sql.append(" THEN '1' ELSE ").literal("not all rows were updated").append(" END)::int FROM ");
        return sql.name(UPDATED).append(") = 1");
    }

    /** Writes the update with an additional {@code condition}, without RETURNING. */
    SqlWriter updateRows(UpdateRows update, Predicate condition) {
        changed(update).append(" AND ");
        return condition.accept(new PredicateWriter(sql, new Level(0, TABLE, null)));
    }

    private SqlWriter changed(UpdateRows update) {
        List<ColumnReference> columns = update.rows().columns();
        set(update.table(), columns, update.key(), update.increments()).append(" FROM ");
        update.rows().accept(new RowSourceWriter(sql)).append(" WHERE ");
        sql.tenants().changes(update.table(), TABLE, "", " AND ");
        return equal(columns, update.key());
    }

    /** Writes the assignments of all {@code columns} of a row but its {@code key}, and of the increments. */
    SqlWriter set(
            TableName table,
            List<ColumnReference> columns,
            List<ColumnReference> key,
            List<ColumnReference> increments) {
        List<ColumnReference> changed =
                columns.stream().filter(column -> !key.contains(column)).toList();
        sql.append("UPDATE ")
                .tenants()
                .changed(table)
                .append(" AS ")
                .name(TABLE)
                .append(" SET ");
        sql.list(
                changed,
                ", ",
                column -> sql.name(column.name())
                        .append(" = ")
                        .qualified(RowSourceWriter.ALIAS, RowSourceWriter.column(columns.indexOf(column))));
        sql.append(changed.isEmpty() || increments.isEmpty() ? "" : ", ");
        return sql.list(
                increments,
                ", ",
                column -> sql.name(column.name())
                        .append(" = ")
                        .qualified(TABLE, column.name())
                        .append(" + 1"));
    }

    /** Writes the condition that a row of the table has the {@code key} of a row with {@code columns}. */
    SqlWriter equal(List<ColumnReference> columns, List<ColumnReference> key) {
        return sql.list(
                key,
                " AND ",
                column -> sql.qualified(TABLE, column.name())
                        .append(" = ")
                        .qualified(RowSourceWriter.ALIAS, RowSourceWriter.column(columns.indexOf(column))));
    }
}
