package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.InsertRows;
import dev.kindred.internal.sql.WriteOfEach;
import dev.kindred.internal.sql.WriteOfEach.Shape;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** Writes the rows of several callers, with the position of each written row. */
final class WriteOfEachWriter {

    private static final String WRITTEN = "written rows";

    private final SqlWriter sql;

    WriteOfEachWriter(SqlWriter sql) {
        this.sql = sql;
    }

    SqlWriter write(WriteOfEach write) {
        return switch (write.shape().kind()) {
            case INSERT -> insert(write);
            case UPDATE -> update(write);
            case DELETE -> delete(write);
        };
    }

    /**
     * RETURNING cannot name the source of a row. The server inserts the rows in the order of their positions, and
     * returns each before it inserts the next. If a trigger suppresses a row, the division by zero undoes the others:
     * the returned rows would not show which row is missing.
     */
    private SqlWriter insert(WriteOfEach write) {
        Shape shape = write.shape();
        sql.append("WITH ").name(WRITTEN).append(" AS (");
        new InsertWriter(sql).insertRows(new InsertRows(shape.table(), write.rows(), null, List.of()));
        sql.append(" RETURNING ").list(shape.returning(), ", ", column -> sql.name(column.name()));
        sql.append(") SELECT ").list(shape.returning(), ", ", column -> sql.selected(WRITTEN, column));
        sql.append(", row_number() OVER () FROM ").name(WRITTEN);
        sql.append(" WHERE 1 / CASE WHEN (SELECT count(*) FROM ").name(WRITTEN).append(") = ");
        sql.parameter(new Parameter(SqlTypes.LONG, (long) write.rows().size()));
        return sql.append(" THEN 1 ELSE 0 END = 1");
    }

    private SqlWriter update(WriteOfEach write) {
        Shape shape = write.shape();
        UpdateRowsWriter rows = new UpdateRowsWriter(sql);
        rows.set(shape.table(), shape.columns(), shape.key(), shape.increments());
        return matching(write, " FROM ");
    }

    private SqlWriter delete(WriteOfEach write) {
        sql.append("DELETE FROM ").tenants().changed(write.shape().table());
        sql.append(" AS ").name(UpdateRowsWriter.TABLE);
        return matching(write, " USING ");
    }

    private SqlWriter matching(WriteOfEach write, String from) {
        Shape shape = write.shape();
        RowSourceWriter.numbered(sql.append(from), write.rows()).append(" WHERE ");
        sql.tenants().changes(shape.table(), UpdateRowsWriter.TABLE, "", " AND ");
        new UpdateRowsWriter(sql).equal(shape.columns(), shape.key());
        shape.absent()
                .forEach(column -> sql.append(" AND ")
                        .qualified(UpdateRowsWriter.TABLE, column.name())
                        .append(" IS NULL"));
        sql.append(" RETURNING ");
        shape.returning()
                .forEach(column -> sql.selected(UpdateRowsWriter.TABLE, column).append(", "));
        return sql.qualified(RowSourceWriter.ALIAS, RowSourceWriter.POSITION);
    }
}
