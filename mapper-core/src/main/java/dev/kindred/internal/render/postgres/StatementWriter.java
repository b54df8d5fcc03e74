package dev.kindred.internal.render.postgres;

import dev.kindred.sql.Count;
import dev.kindred.sql.Delete;
import dev.kindred.sql.Exists;
import dev.kindred.sql.Expression.Parameter;
import dev.kindred.sql.Insert;
import dev.kindred.sql.InsertRows;
import dev.kindred.sql.InsertWithChild;
import dev.kindred.sql.LockRows;
import dev.kindred.sql.Ordering;
import dev.kindred.sql.Predicate;
import dev.kindred.sql.Select;
import dev.kindred.sql.SetColumn;
import dev.kindred.sql.StatementVisitor;
import dev.kindred.sql.Update;
import dev.kindred.sql.UpdateRows;
import dev.kindred.type.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes statements, one clause after another. */
final class StatementWriter implements StatementVisitor<SqlWriter> {

    private final SqlWriter sql;
    private final PredicateWriter predicates;

    StatementWriter(SqlWriter sql) {
        this(sql, new PredicateWriter(sql));
    }

    StatementWriter(SqlWriter sql, PredicateWriter predicates) {
        this.sql = sql;
        this.predicates = predicates;
    }

    @Override
    public SqlWriter select(Select select) {
        sql.append("SELECT ").list(select.columns(), ", ", sql::selected);
        return body(select, select.orderBy());
    }

    @Override
    public SqlWriter count(Count count) {
        Select query = count.query();
        if (query.page().equals(Select.Page.ALL)) {
            sql.append("SELECT count(*)");
            return body(query, List.of());
        }
        sql.append("SELECT count(*) FROM (SELECT 1");
        body(query, List.of());
        return sql.append(") AS \"page\"");
    }

    @Override
    public SqlWriter exists(Exists exists) {
        sql.append("SELECT EXISTS (SELECT 1");
        body(exists.query(), List.of());
        return sql.append(")");
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
    public SqlWriter update(Update update) {
        sql.append("UPDATE ").table(update.table()).append(" SET ");
        sql.list(update.values(), ", ", this::set);
        sql.append(update.values().isEmpty() || update.increments().isEmpty() ? "" : ", ");
        sql.list(
                update.increments(),
                ", ",
                column -> sql.name(column.name())
                        .append(" = ")
                        .name(column.name())
                        .append(" + 1"));
        where(update.where());
        return sql.returning(update.returning());
    }

    @Override
    public SqlWriter updateRows(UpdateRows update) {
        return new UpdateRowsWriter(sql).updateRows(update);
    }

    @Override
    public SqlWriter delete(Delete delete) {
        sql.append("DELETE FROM ").table(delete.table());
        return where(delete.where());
    }

    @Override
    public SqlWriter lockRows(LockRows lock) {
        sql.append("SELECT 1 FROM ").table(lock.table());
        return where(lock.where()).append(" FOR NO KEY UPDATE");
    }

    private void set(SetColumn value) {
        sql.name(value.column().name()).append(" = ").parameter(value.value());
    }

    private SqlWriter body(Select select, List<Ordering> orderBy) {
        sql.append(" FROM ").table(select.table());
        where(select.where());
        if (!orderBy.isEmpty()) {
            sql.append(" ORDER BY ").list(orderBy, ", ", this::ordering);
        }
        page(" LIMIT ", select.page().limit());
        return page(" OFFSET ", select.page().offset());
    }

    private SqlWriter where(@Nullable Predicate where) {
        if (where != null) {
            sql.append(" WHERE ");
            where.accept(predicates);
        }
        return sql;
    }

    private void ordering(Ordering ordering) {
        ordering.expression().accept(predicates.expressions());
        sql.append(ordering.direction() == Ordering.Direction.ASCENDING ? " ASC" : " DESC");
        switch (ordering.nulls()) {
            case FIRST -> sql.append(" NULLS FIRST");
            case LAST -> sql.append(" NULLS LAST");
            case SERVER_DEFAULT -> {}
        }
    }

    private SqlWriter page(String keyword, @Nullable Long rows) {
        return rows == null ? sql : sql.append(keyword).parameter(new Parameter(SqlTypes.LONG, rows));
    }
}
