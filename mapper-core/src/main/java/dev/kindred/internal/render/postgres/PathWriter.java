package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.KeyPath;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SelectOverPath;
import dev.kindred.internal.sql.Subquery.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that keys reach over a path. The tables between are joined. If a row may be reached several times,
 * the distinct pairs of a key and a link to the row are joined instead, so that no row is compared with another.
 */
final class PathWriter {

    private static final String KEY = "k";
    private static final String LINK = "l";

    private final SqlWriter sql;
    private final Level level;
    private final KeyPath path;
    private final Select select;
    private final HopWriter hops;

    /** Writes the rows of {@code select}, whose table is at {@code level}. */
    PathWriter(SqlWriter sql, Level level, KeyPath path, Select select) {
        this.sql = sql;
        this.level = level;
        this.path = path;
        this.select = select;
        this.hops = new HopWriter(sql, path.mayRepeat() ? level.inside() : level, path.hops());
    }

    SqlWriter write(SelectOverPath over) {
        JoinWriter joins = new JoinWriter(sql, level, over.joins());
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        sql.append("SELECT ").list(select.columns(), ", ", expressions::selected);
        forEachKey((column, position) -> {
            sql.append(", ");
            key(column, position);
            sql.readable(column.type());
        });
        joins.columns();
        rows(first -> new PredicateWriter(sql, first).operand(over.keys()), joins::tables);
        expressions.orderBy(select.orderBy());
        SelectWriter selects = new SelectWriter(sql);
        selects.page(select.page());
        return selects.lock(select.lock(), level);
    }

    /**
     * Writes a query for all columns of the rows and their key.
     *
     * @param keys writes the condition on the key columns, which are at its argument
     * @param distinct the order of rows of which each is read once; empty for all rows
     */
    void rowsWithKey(Consumer<Level> keys, List<Ordering> distinct) {
        sql.append("SELECT ");
        if (!distinct.isEmpty()) {
            ExpressionWriter expressions = new ExpressionWriter(sql, level);
            sql.append("DISTINCT ON (")
                    .list(distinct, ", ", term -> term.expression().accept(expressions));
            sql.append(") ");
        }
        sql.name(level.alias()).append(".*");
        forEachKey((column, position) -> {
            sql.append(", ");
            key(column, position);
            sql.append(" AS ").name(nameOutside(position));
        });
        rows(keys, () -> {});
    }

    /** Writes the key into the select list of a query over {@link #rowsWithKey} at {@code outer}. */
    void readKey(Level outer) {
        forEachKey((column, position) -> {
            sql.append(", ").qualified(outer.alias(), nameOutside(position));
            sql.readable(column.type());
        });
    }

    private void rows(Consumer<Level> keys, Runnable joins) {
        sql.append(" FROM ");
        if (path.mayRepeat()) {
            pairs(keys);
            joins.run();
            where(level, parts().stream().filter(part -> !part.concernsPivot()).toList());
            return;
        }
        HopWriter.Start start = new HopWriter.Start(keys, true);
        hops.tables(start);
        joins.run();
        sql.append(" WHERE ");
        hops.startOf(start);
        hops.conditions();
        and(hops.last(), parts());
    }

    /** A row has one value of the link, so distinct pairs reach it once for each key. */
    private void pairs(Consumer<Level> keys) {
        List<Predicate> ofPivot =
                parts().stream().filter(Predicate::concernsPivot).toList();
        sql.append("(SELECT DISTINCT ");
        forEachKey((column, position) -> {
            sql.append(position == 0 ? "" : ", ");
            hops.first().column(sql, column).append(" AS ").name(KEY + position);
        });
        forEachLink((link, position) -> {
            sql.append(", ");
            hops.beforeLast().column(sql, link.outer()).append(" AS ").name(LINK + position);
        });
        sql.append(" FROM ");
        HopWriter.Start start = new HopWriter.Start(keys, true);
        if (ofPivot.isEmpty()) {
            hops.tablesBefore(start);
        } else {
            hops.tables(start);
        }
        sql.append(" WHERE ");
        hops.startOf(start);
        hops.conditions();
        and(hops.last(), ofPivot);
        sql.append(") AS ").name(pairsAlias()).append(" JOIN ");
        level.table(sql, select.table()).append(" ON ");
        forEachLink((link, position) -> {
            sql.append(position == 0 ? "" : " AND ");
            level.column(sql, link.inner()).append(" = ");
            sql.qualified(pairsAlias(), LINK + position);
        });
    }

    private void key(ColumnReference column, int position) {
        if (path.mayRepeat()) {
            sql.qualified(pairsAlias(), KEY + position);
        } else {
            hops.first().column(sql, column);
        }
    }

    private String pairsAlias() {
        return level.alias() + "_p";
    }

    /** The rows have all columns of their table, so the name has a character that no column name has by chance. */
    private static String nameOutside(int position) {
        return KEY + "." + position;
    }

    private void forEachKey(ObjIntConsumer<ColumnReference> action) {
        List<ColumnReference> key = path.key();
        for (int i = 0; i < key.size(); i++) {
            action.accept(key.get(i), i);
        }
    }

    private void forEachLink(ObjIntConsumer<Correlation> action) {
        List<Hop> steps = path.hops();
        List<Correlation> links = steps.get(steps.size() - 1).links();
        for (int i = 0; i < links.size(); i++) {
            action.accept(links.get(i), i);
        }
    }

    private void where(Level at, List<Predicate> conditions) {
        if (!conditions.isEmpty()) {
            PredicateWriter predicates = new PredicateWriter(sql, at);
            sql.append(" WHERE ").list(conditions, " AND ", predicates::operand);
        }
    }

    private void and(Level at, List<Predicate> conditions) {
        PredicateWriter predicates = new PredicateWriter(sql, at);
        conditions.forEach(condition -> {
            sql.append(" AND ");
            predicates.operand(condition);
        });
    }

    private List<Predicate> parts() {
        List<Predicate> all = new ArrayList<>();
        flatten(select.where(), all);
        return all;
    }

    private static void flatten(@Nullable Predicate condition, List<Predicate> into) {
        if (condition instanceof Predicate.Conjunction all) {
            all.operands().forEach(operand -> flatten(operand, into));
        } else if (condition != null) {
            into.add(condition);
        }
    }
}
