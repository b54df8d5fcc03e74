package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Count;
import dev.kindred.internal.sql.Distinct;
import dev.kindred.internal.sql.Exists;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Grouping;
import dev.kindred.internal.sql.JoinedSelect;
import dev.kindred.internal.sql.Lock;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.type.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the statements that read rows, groups and counts. */
final class SelectWriter {

    private final SqlWriter sql;

    SelectWriter(SqlWriter sql) {
        this.sql = sql;
    }

    SqlWriter select(Select select) {
        Level level = SubqueryFinder.levelOf(select);
        if (isGrouped(select)) {
            return grouped(level, select);
        }
        selectList(level, select);
        body(level, select, select.orderBy(), () -> {});
        return lock(select.lock());
    }

    /**
     * DISTINCT can sort only by selected expressions, which is the text of a column that is cast. GROUP BY can sort by
     * the column.
     */
    private static boolean isGrouped(Select select) {
        return Distinct.ROWS.equals(select.distinct())
                && select.aggregations().isEmpty()
                && select.orderBy().stream().anyMatch(SubqueryFinder::isCast);
    }

    private SqlWriter grouped(Level level, Select select) {
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        sql.append("SELECT ")
                .list(select.columns(), ", ", expressions::selected)
                .append(" FROM ");
        level.table(sql, select.table());
        where(level, select.where()).append(" GROUP BY ").list(select.columns(), ", ", expressions::column);
        expressions.orderBy(select.orderBy());
        page(select.page());
        return lock(select.lock());
    }

    /** Writes a query whose rows are compared but not read, so no column is cast. */
    SqlWriter subselect(Select select) {
        Level level = SubqueryFinder.levelOf(select);
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        sql.append("SELECT ");
        distinct(expressions, select.distinct());
        sql.list(select.columns(), ", ", expressions::column);
        body(level, select, select.orderBy(), () -> {});
        return lock(select.lock());
    }

    SqlWriter joinedSelect(JoinedSelect joined) {
        Level level = Level.OUTERMOST;
        Select select = joined.select();
        JoinWriter joins = new JoinWriter(sql, level, joined.joins());
        selectList(level, select);
        joins.columns();
        rows(level, select, select.orderBy(), joins::tables);
        @Nullable Long limit = select.page().limit();
        if (limit != null) {
            limit(limit, select.page().isConstant() || isUsual(limit));
        }
        page(" OFFSET ", select.page().offset());
        return lock(select.lock(), level);
    }

    private void selectList(Level level, Select select) {
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        sql.append("SELECT ");
        distinct(expressions, select.distinct());
        sql.list(select.columns(), ", ", expressions::selected);
        select.aggregations().forEach(value -> {
            sql.append(", ");
            expressions.selected(value);
        });
    }

    SqlWriter grouping(Grouping grouping) {
        Level level = SubqueryFinder.levelOf(grouping.conditions().where(), grouping.orderBy());
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        sql.append("SELECT ").list(grouping.keys(), ", ", expressions::selected);
        grouping.values().forEach(value -> {
            sql.append(", ");
            expressions.selected(value);
        });
        sql.append(" FROM ");
        level.table(sql, grouping.table());
        where(level, grouping.conditions().where());
        sql.append(" GROUP BY ").list(grouping.keys(), ", ", expressions::column);
        @Nullable Predicate having = grouping.conditions().having();
        if (having != null) {
            sql.append(" HAVING ");
            having.accept(new PredicateWriter(sql, level));
        }
        expressions.orderBy(grouping.orderBy());
        return page(grouping.page());
    }

    SqlWriter count(Count count) {
        Select query = count.query();
        if (query.page().equals(Select.Page.ALL)) {
            sql.append("SELECT count(*)");
            return unordered(query);
        }
        sql.append("SELECT count(*) FROM (SELECT 1");
        unordered(query);
        return sql.append(") AS \"page\"");
    }

    SqlWriter exists(Exists exists) {
        sql.append("SELECT EXISTS (SELECT 1");
        unordered(exists.query());
        return sql.append(")");
    }

    private SqlWriter unordered(Select select) {
        return body(SubqueryFinder.levelOf(select.where()), select, List.of(), () -> {});
    }

    private SqlWriter body(Level level, Select select, List<Ordering> orderBy, Runnable joins) {
        rows(level, select, orderBy, joins);
        return page(select.page());
    }

    private void rows(Level level, Select select, List<Ordering> orderBy, Runnable joins) {
        sql.append(" FROM ");
        level.table(sql, select.table());
        joins.run();
        where(level, select.where());
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        expressions.orderBy(orderBy, ordering -> sortedBy(expressions, select, ordering));
    }

    /**
     * Writes a limit, as a constant if {@code isConstant}. For a limit in a parameter, the generic plan of PostgreSQL
     * assumes a tenth of all rows. For a join the server then rejects that plan as too expensive and plans each
     * execution; see {@code plan_cache_mode} in its manual. Without a join it reads row by row through an index, which
     * is slow if all rows are read. Other limits stay parameters, so that the number of texts stays small.
     */
    private void limit(long rows, boolean isConstant) {
        if (isConstant) {
            sql.append(" LIMIT ").append(String.valueOf(rows));
        } else {
            page(" LIMIT ", rows);
        }
    }

    /** Writes the limit of each key. It is one row higher than the limit of the user, to show whether more exist. */
    void limitOfEach(long rows) {
        limit(rows, isUsual(rows - 1));
    }

    private static boolean isUsual(long rows) {
        return rows <= 100 || (rows <= 1000 && rows % 100 == 0) || (rows <= 10_000 && rows % 1000 == 0);
    }

    SqlWriter page(Select.Page page) {
        @Nullable Long limit = page.limit();
        if (limit != null) {
            limit(limit, page.isConstant());
        }
        return page(" OFFSET ", page.offset());
    }

    private void sortedBy(ExpressionWriter expressions, Select select, Ordering ordering) {
        int selected = select.aggregations().indexOf(ordering.expression());
        if (selected >= 0 && select.aggregations().get(selected).type().castOnRead() == null) {
            // a position, so that the server does not compute the value twice
            sql.append(String.valueOf(select.columns().size() + selected + 1));
        } else {
            ordering.expression().accept(expressions);
        }
    }

    private SqlWriter page(String keyword, @Nullable Long rows) {
        return rows == null ? sql : sql.append(keyword).parameter(new Parameter(SqlTypes.LONG, rows));
    }

    private void distinct(ExpressionWriter expressions, @Nullable Distinct distinct) {
        if (distinct != null) {
            sql.append("DISTINCT ");
            if (!distinct.on().isEmpty()) {
                sql.append("ON (")
                        .list(distinct.on(), ", ", expressions::column)
                        .append(") ");
            }
        }
    }

    SqlWriter lock(@Nullable Lock lock) {
        return lock == null ? sql : lock(lock, "");
    }

    /** Locks only the rows of {@code level}, because the server refuses to lock the nullable side of an outer join. */
    SqlWriter lock(@Nullable Lock lock, Level level) {
        return lock == null ? sql : lock(lock, " OF " + Identifiers.quote(level.alias()));
    }

    private SqlWriter lock(Lock lock, String tables) {
        sql.append(lock.strength() == Lock.Strength.UPDATE ? " FOR UPDATE" : " FOR SHARE")
                .append(tables);
        return switch (lock.waiting()) {
            case UNTIL_FREE -> sql;
            case SKIP_LOCKED -> sql.append(" SKIP LOCKED");
            case NO_WAIT -> sql.append(" NOWAIT");
        };
    }

    private SqlWriter where(Level level, @Nullable Predicate where) {
        if (where != null) {
            sql.append(" WHERE ");
            where.accept(new PredicateWriter(sql, level));
        }
        return sql;
    }
}
