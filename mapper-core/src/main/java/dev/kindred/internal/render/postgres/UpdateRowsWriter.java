package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.UpdateRows;
import java.util.List;

/** Writes an update of many rows, each with its own values. */
final class UpdateRowsWriter {

    static final String TABLE = "t";

    private final SqlWriter sql;

    UpdateRowsWriter(SqlWriter sql) {
        this.sql = sql;
    }

    SqlWriter updateRows(UpdateRows update) {
        changed(update);
        return update.returning().isEmpty()
                ? sql
                : sql.append(" RETURNING ").list(update.returning(), ", ", column -> sql.selected(TABLE, column));
    }

    /** Writes the update with an additional {@code condition}, without RETURNING. */
    SqlWriter updateRows(UpdateRows update, Predicate condition) {
        changed(update).append(" AND ");
        return condition.accept(new PredicateWriter(sql, new Level(0, TABLE, null)));
    }

    private SqlWriter changed(UpdateRows update) {
        List<ColumnReference> columns = update.rows().columns();
        List<ColumnReference> changed = columns.stream()
                .filter(column -> !update.key().contains(column))
                .toList();
        sql.append("UPDATE ").table(update.table()).append(" AS ").name(TABLE).append(" SET ");
        sql.list(
                changed,
                ", ",
                column -> sql.name(column.name())
                        .append(" = ")
                        .qualified(RowSourceWriter.ALIAS, RowSourceWriter.column(columns.indexOf(column))));
        sql.append(changed.isEmpty() || update.increments().isEmpty() ? "" : ", ");
        sql.list(
                update.increments(),
                ", ",
                column -> sql.name(column.name())
                        .append(" = ")
                        .qualified(TABLE, column.name())
                        .append(" + 1"));
        sql.append(" FROM ");
        update.rows().accept(new RowSourceWriter(sql)).append(" WHERE ");
        return sql.list(
                update.key(),
                " AND ",
                column -> sql.qualified(TABLE, column.name())
                        .append(" = ")
                        .qualified(RowSourceWriter.ALIAS, RowSourceWriter.column(columns.indexOf(column))));
    }
}
