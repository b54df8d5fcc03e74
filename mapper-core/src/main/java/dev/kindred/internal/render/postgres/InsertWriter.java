package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.InsertRows;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.OnConflict;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RowSource.Arrays;
import dev.kindred.internal.sql.RowSource.Tuples;
import dev.kindred.internal.sql.RowSourceVisitor;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes inserts. */
final class InsertWriter {

    private static final String PARENT = "parent";
    private static final String CHILD = "child";

    private final SqlWriter sql;

    InsertWriter(SqlWriter sql) {
        this.sql = sql;
    }

    SqlWriter insert(Insert insert) {
        into(insert.table());
        valuesOf(insert);
        onConflict(insert.table(), insert.onConflict());
        return sql.returning(insert.returning());
    }

    SqlWriter insertRows(InsertRows insert) {
        into(insert.table());
        columns(insert.table(), insert.rows().columns()).append(" ");
        insert.rows().accept(new RowSourceVisitor<SqlWriter>() {
            @Override
            public SqlWriter arrays(Arrays arrays) {
                return selectInOrder(insert.table(), arrays);
            }

            @Override
            public SqlWriter tuples(Tuples tuples) {
                return values(insert.table(), tuples);
            }
        });
        onConflict(insert.table(), insert.onConflict());
        return sql.returning(insert.returning());
    }

    /**
     * The ORDER BY makes the server insert the rows, and assign sequence values, in the given order (PostgreSQL manual,
     * notes on INSERT … SELECT … ORDER BY since release 9.6).
     */
    private SqlWriter selectInOrder(TableName table, Arrays arrays) {
        int width = arrays.columns().size();
        sql.append("SELECT ").tenants().inserted(table, arrays.columns(), ", ");
        for (int i = 0; i < width; i++) {
            sql.append(i == 0 ? "" : ", ").qualified(RowSourceWriter.ALIAS, RowSourceWriter.column(i));
        }
        RowSourceWriter.numbered(sql.append(" FROM "), arrays).append(" ORDER BY ");
        return sql.qualified(RowSourceWriter.ALIAS, RowSourceWriter.POSITION);
    }

    /** Each row has the tenant itself. */
    private SqlWriter values(TableName table, Tuples tuples) {
        if (table.tenant() != null && !tuples.columns().contains(table.tenant())) {
            throw new IllegalStateException("The rows for " + table + " do not have the tenant.");
        }
        sql.tenants().inserted(table, tuples.columns(), "");
        return RowSourceWriter.values(sql, tuples);
    }

    SqlWriter insertWithChild(InsertWithChild insert) {
        Insert child = insert.child();
        TouchWriter touches = new TouchWriter(sql);
        List<Touch> all = new ArrayList<>(insert.parentTouches());
        all.addAll(insert.childTouches());
        touches.with(all).name(PARENT).append(" AS (");
        into(insert.parent().table());
        valuesOf(insert.parent());
        sql.append(" RETURNING ").list(insert.parent().returning(), ", ", column -> sql.name(column.name()));
        sql.append("), ").name(CHILD).append(" AS (");
        into(child.table());
        List<ColumnReference> written = columnsOf(child);
        sql.append(" (").tenants().column(child.table(), written, ", ");
        sql.list(insert.links(), ", ", link -> sql.name(link.foreignKey().name()));
        sql.append(child.values().isEmpty() ? "" : ", ");
        sql.list(child.values(), ", ", value -> sql.name(value.column().name())).append(") SELECT ");
        sql.tenants().inserted(child.table(), written, ", ");
        sql.list(insert.links(), ", ", link -> sql.copied(PARENT, link.key()));
        sql.append(child.values().isEmpty() ? "" : ", ");
        sql.list(child.values(), ", ", value -> sql.parameter(value.value()));
        sql.append(" FROM ").name(PARENT).append(" RETURNING ");
        sql.list(child.returning(), ", ", column -> sql.name(column.name())).append(")");
        touches.touches(PARENT, insert.parentTouches());
        touches.touches(CHILD, insert.childTouches());
        sql.append(" SELECT ");
        bothRows(insert.parent().returning(), child.returning());
        return sql.append(" FROM ").name(PARENT).append(", ").name(CHILD);
    }

    /** The driver reads the text of a statement token by token for each call, so the text is short where it can be. */
    private void bothRows(List<ColumnReference> parent, List<ColumnReference> child) {
        if (Stream.concat(parent.stream(), child.stream())
                .allMatch(column -> column.type().castOnRead() == null)) {
            sql.append("*");
            return;
        }
        sql.list(parent, ", ", column -> sql.selected(PARENT, column)).append(", ");
        sql.list(child, ", ", column -> sql.selected(CHILD, column));
    }

    private void into(TableName table) {
        sql.append("INSERT INTO ").tenants().into(table);
    }

    private void valuesOf(Insert insert) {
        TableName table = insert.table();
        List<ColumnReference> written = columnsOf(insert);
        if (written.isEmpty() && table.tenant() == null) {
            sql.append(" DEFAULT VALUES");
            return;
        }
        columns(table, written).append(" VALUES (");
        sql.tenants().inserted(table, written, written.isEmpty() ? "" : ", ");
        sql.list(insert.values(), ", ", value -> sql.parameter(value.value()));
        sql.append(")");
    }

    private static List<ColumnReference> columnsOf(Insert insert) {
        return insert.values().stream().map(value -> value.column()).toList();
    }

    private SqlWriter columns(TableName table, List<ColumnReference> columns) {
        sql.append(" (").tenants().column(table, columns, columns.isEmpty() ? "" : ", ");
        return names(columns);
    }

    private SqlWriter names(List<ColumnReference> columns) {
        return sql.list(columns, ", ", column -> sql.name(column.name())).append(")");
    }

    /**
     * The server selects the partial index before it receives parameter values, so the condition has constants only.
     */
    private void where(@Nullable Predicate predicate) {
        if (predicate != null) {
            SqlWriter constants = SqlWriter.ofConstants();
            predicate.accept(new PredicateWriter(constants, SubqueryFinder.levelOf(predicate)));
            sql.append(" WHERE ").append(constants.finish().text());
        }
    }

    private void onConflict(TableName table, @Nullable OnConflict conflict) {
        if (conflict == null) {
            return;
        }
        sql.append(" ON CONFLICT");
        if (!conflict.target().isEmpty()) {
            sql.append(" (").tenants().conflict(table, conflict.target());
            names(conflict.target());
        }
        where(conflict.where());
        if (conflict.changesNothing()) {
            sql.append(" DO NOTHING");
            return;
        }
        sql.append(" DO UPDATE SET ")
                .list(
                        conflict.replaced(),
                        ", ",
                        column -> sql.name(column.name()).append(" = EXCLUDED.").name(column.name()));
        sql.append(conflict.replaced().isEmpty() || conflict.increments().isEmpty() ? "" : ", ");
        sql.list(
                conflict.increments(),
                ", ",
                column -> sql.name(column.name())
                        .append(" = ")
                        .qualified(table.name(), column.name())
                        .append(" + 1"));
    }
}
