package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.AggregatesOfKeys;
import dev.kindred.internal.sql.CopyIn;
import dev.kindred.internal.sql.Count;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Exists;
import dev.kindred.internal.sql.Grouping;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.InsertLinked;
import dev.kindred.internal.sql.InsertRows;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.JoinedSelect;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.LockRows;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RawStatement;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SelectOfEach;
import dev.kindred.internal.sql.SelectOverPath;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.StatementVisitor;
import dev.kindred.internal.sql.TouchingWrite;
import dev.kindred.internal.sql.Update;
import dev.kindred.internal.sql.UpdateRows;
import dev.kindred.internal.sql.WriteOfEach;
import org.jspecify.annotations.Nullable;

/** Writes statements. Reads are delegated to {@link SelectWriter}. */
final class StatementWriter implements StatementVisitor<SqlWriter> {

    private final SqlWriter sql;

    StatementWriter(SqlWriter sql) {
        this.sql = sql;
    }

    @Override
    public SqlWriter select(Select select) {
        return new SelectWriter(sql).select(select);
    }

    @Override
    public SqlWriter joinedSelect(JoinedSelect joined) {
        return new SelectWriter(sql).joinedSelect(joined);
    }

    @Override
    public SqlWriter selectOfEach(SelectOfEach select) {
        return new SelectOfEachWriter(sql).write(select);
    }

    @Override
    public SqlWriter selectOverPath(SelectOverPath select) {
        return new PathWriter(sql, Level.OUTERMOST, select.path(), select.select()).write(select);
    }

    @Override
    public SqlWriter grouping(Grouping grouping) {
        return new SelectWriter(sql).grouping(grouping);
    }

    @Override
    public SqlWriter aggregatesOfKeys(AggregatesOfKeys aggregates) {
        return new SelectOfEachWriter(sql).write(aggregates);
    }

    @Override
    public SqlWriter count(Count count) {
        return new SelectWriter(sql).count(count);
    }

    @Override
    public SqlWriter exists(Exists exists) {
        return new SelectWriter(sql).exists(exists);
    }

    @Override
    public SqlWriter raw(RawStatement raw) {
        return new RawWriter(sql).statement(raw.text(), raw.values());
    }

    @Override
    public SqlWriter insert(Insert insert) {
        return new InsertWriter(sql).insert(insert);
    }

    @Override
    public SqlWriter insertRows(InsertRows insert) {
        return new InsertWriter(sql).insertRows(insert);
    }

    @Override
    public SqlWriter insertWithChild(InsertWithChild insert) {
        return new InsertWriter(sql).insertWithChild(insert);
    }

    @Override
    public SqlWriter insertLinked(InsertLinked insert) {
        return new InsertLinkedWriter(sql).write(insert);
    }

    @Override
    public SqlWriter touchingWrite(TouchingWrite write) {
        return new TouchWriter(sql).write(write);
    }

    @Override
    public SqlWriter update(Update update) {
        Level level = SubqueryFinder.levelOf(update.where());
        sql.append("UPDATE ");
        level.changed(sql, update.table()).append(" SET ").list(update.values(), ", ", this::set);
        sql.append(update.values().isEmpty() || update.increments().isEmpty() ? "" : ", ");
        sql.list(
                update.increments(),
                ", ",
                column -> sql.name(column.name())
                        .append(" = ")
                        .name(column.name())
                        .append(" + 1"));
        level.changes(sql, update.table(), update.where());
        return sql.returning(update.returning());
    }

    @Override
    public SqlWriter updateRows(UpdateRows update) {
        return new UpdateRowsWriter(sql).updateRows(update);
    }

    @Override
    public SqlWriter writeOfEach(WriteOfEach write) {
        return new WriteOfEachWriter(sql).write(write);
    }

    @Override
    public SqlWriter delete(Delete delete) {
        Level level = SubqueryFinder.levelOf(delete.where());
        sql.append("DELETE FROM ");
        level.changed(sql, delete.table());
        return level.changes(sql, delete.table(), delete.where());
    }

    @Override
    public SqlWriter linkRows(LinkRows links) {
        return new LinkWriter(sql, links).write();
    }

    @Override
    public SqlWriter setAside(SetAside aside) {
        if (aside.rows() instanceof SetAside.Changed changed) {
            return new WantedPairWriter(sql, changed.links()).setAside(aside);
        }
        SetAside.Matching rows = (SetAside.Matching) aside.rows();
        Level.WITHOUT_ALIAS.changed(sql.append("UPDATE "), rows.table()).append(" SET ");
        sql.list(
                aside.inverted(),
                ", ",
                column -> sql.name(column.name()).append(" = ~").name(column.name()));
        sql.append(aside.inverted().isEmpty() || aside.emptied().isEmpty() ? "" : ", ");
        sql.list(aside.emptied(), ", ", column -> sql.name(column.name()).append(" = NULL"));
        return Level.WITHOUT_ALIAS.changes(sql, rows.table(), rows.where());
    }

    @Override
    public SqlWriter lockRows(LockRows lock) {
        if (lock.turn() != null) {
            return lockRows(lock, lock.turn());
        }
        Level level = SubqueryFinder.levelOf(lock.where());
        sql.append("SELECT 1 FROM ");
        level.table(sql, lock.table());
        return where(level, lock.where()).append(" FOR NO KEY UPDATE");
    }

    /** The join calls the function before the row is locked. */
    private SqlWriter lockRows(LockRows lock, LockRows.Turn turn) {
        Level level = Level.OUTERMOST;
        sql.append("SELECT 1 FROM (SELECT pg_advisory_xact_lock").append(turn.isShared() ? "_shared(" : "(");
        sql.append(turn.key() + ")) AS ").name("turn").append(", ");
        level.table(sql, lock.table());
        return where(level, lock.where()).append(" FOR NO KEY UPDATE OF ").name(level.alias());
    }

    @Override
    public SqlWriter copyIn(CopyIn copy) {
        TenantWriter tenants = sql.append("COPY ").tenants();
        tenants.into(copy.table()).append(" (");
        tenants.column(copy.table(), copy.columns(), ", ");
        tenants.inserted(copy.table(), copy.columns(), ", ");
        sql.list(copy.columns(), ", ", column -> sql.name(column.name()));
        return sql.append(") FROM STDIN");
    }

    private void set(SetColumn value) {
        sql.name(value.column().name()).append(" = ").parameter(value.value());
    }

    private SqlWriter where(Level level, @Nullable Predicate where) {
        if (where != null) {
            sql.append(" WHERE ");
            where.accept(new PredicateWriter(sql, level));
        }
        return sql;
    }
}
