package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Touch;
import dev.kindred.internal.sql.Touch.Reach;
import dev.kindred.internal.sql.TouchingWrite;
import dev.kindred.internal.sql.Update;
import dev.kindred.internal.sql.UpdateRows;
import dev.kindred.internal.sql.Write;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a write together with the former values of its rows.
 * <ul>
 * <li>An update locks the rows first, because the statement's snapshot does not contain a row version that another
 * transaction has just committed.
 * <li>An upsert cannot lock rows before it finds them. It uses the values of the snapshot.
 * </ul>
 */
final class FormerWriter {

    private static final TableName LOCKED = TableName.of("locked rows");
    private static final String ALIAS = "f";

    private final SqlWriter sql;
    private final TouchingWrite write;
    private final Set<ColumnReference> columns = new LinkedHashSet<>();
    private final @Nullable Predicate locked;

    FormerWriter(SqlWriter sql, TouchingWrite write) {
        this.sql = sql;
        this.write = write;
        for (Touch touch : write.touches()) {
            if (touch.reach().contains(Reach.FORMER)) {
                columns.addAll(touch.foreignKey());
            }
        }
        this.locked = columns.isEmpty() ? null : rowsOf(write.write(), write.id());
    }

    /** Returns the alias of the former value of {@code column}. */
    static String name(ColumnReference column) {
        return "former " + column.name();
    }

    private static @Nullable Predicate rowsOf(Write write, List<ColumnReference> id) {
        if (write instanceof UpdateRows many) {
            List<Parameter> keys = id.stream().map(many.rows()::values).toList();
            return id.size() == 1 ? new Predicate.AnyOf(id.get(0), keys.get(0)) : new Predicate.RowAnyOf(id, keys);
        }
        return conditionOf(write);
    }

    /** Writes the CTE {@code name}, which returns {@code kept} and the former values. */
    SqlWriter write(String name, Set<ColumnReference> kept) {
        if (locked != null) {
            lock(locked);
        }
        sql.name(name).append(" AS (");
        String alias = written();
        sql.append(" RETURNING ").list(kept, ", ", column -> sql.qualified(alias, column.name()));
        columns.forEach(column -> former(column, alias));
        return sql.append(")");
    }

    private void lock(Predicate rows) {
        Level level = SubqueryFinder.levelOf(rows);
        Set<ColumnReference> read = new LinkedHashSet<>(write.id());
        read.addAll(columns);
        sql.name(LOCKED.name()).append(" AS (SELECT ");
        sql.list(read, ", ", column -> level.column(sql, column)).append(" FROM ");
        level.table(sql, write.write().table()).append(" WHERE ");
        rows.accept(new PredicateWriter(sql, level));
        sql.append(" FOR NO KEY UPDATE), ");
    }

    /** Writes the write and returns the name of its table within it. */
    private String written() {
        if (write.write() instanceof UpdateRows many) {
            UpdateRowsWriter rows = new UpdateRowsWriter(sql);
            if (locked == null) {
                rows.updateRows(many);
            } else {
                rows.updateRows(many, isLocked());
            }
            return UpdateRowsWriter.TABLE;
        }
        Write narrowed = write.write() instanceof Update update && locked != null
                ? new Update(update.table(), update.values(), update.increments(), isLocked(), List.of())
                : write.write();
        narrowed.accept(new StatementWriter(sql));
        Level level = SubqueryFinder.levelOf(conditionOf(narrowed));
        return level.depth() < 0 ? narrowed.table().name() : level.alias();
    }

    private static @Nullable Predicate conditionOf(Write write) {
        if (write instanceof Delete delete) {
            return delete.where();
        }
        return write instanceof Update update ? update.where() : null;
    }

    private Predicate isLocked() {
        return new Predicate.InSelect(write.id(), new Select(LOCKED, write.id(), null, List.of(), Select.Page.ALL));
    }

    /** A sub-query sees a row as it was before the enclosing statement. */
    private void former(ColumnReference column, String alias) {
        sql.append(", (SELECT ").qualified(ALIAS, column.name()).append(" FROM ");
        sql.tenants().read(locked == null ? write.write().table() : LOCKED, ALIAS);
        sql.append(" WHERE ")
                .list(
                        write.id(),
                        " AND ",
                        key -> sql.qualified(ALIAS, key.name()).append(" = ").qualified(alias, key.name()));
        sql.append(") AS ").name(name(column));
    }
}
