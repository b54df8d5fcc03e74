package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the tables and links of a path. The last table has the alias of its level, the tables before it have numbered
 * ones.
 */
final class HopWriter {

    private final SqlWriter sql;
    private final List<Hop> hops;
    private final List<Level> levels = new ArrayList<>();

    /** Writes the path {@code hops}, whose last table is at {@code last}. */
    HopWriter(SqlWriter sql, Level last, List<Hop> hops) {
        this.sql = sql;
        this.hops = hops;
        for (int i = 0; i < hops.size(); i++) {
            Level level = i == hops.size() - 1 ? last : last.hop(i + 1);
            levels.add(
                    i == 0
                            ? level
                            : level.after(levels.get(i - 1), hops.get(i - 1).table()));
        }
    }

    /** Returns the level of the last table. */
    Level last() {
        return levels.get(hops.size() - 1);
    }

    /** Returns the level of the first table. */
    Level first() {
        return levels.get(0);
    }

    /** Returns the level of the table before the last one. */
    Level beforeLast() {
        return levels.get(hops.size() - 2);
    }

    /** Writes the last table, joined with the tables before it. */
    void tables(Start start) {
        tablesTo(hops.size() - 1, start);
    }

    /** Writes the tables before the last one. */
    void tablesBefore(Start start) {
        tablesTo(hops.size() - 2, start);
    }

    private void tablesTo(int index, Start start) {
        if (hops.subList(0, index + 1).stream().anyMatch(Hop::picks)) {
            tablesFromFirst(index, start);
            return;
        }
        levels.get(index).table(sql, hops.get(index).table());
        for (int i = index - 1; i >= 0; i--) {
            sql.append(" JOIN ");
            levels.get(i).table(sql, hops.get(i).table()).append(" ON ");
            links(i + 1, levels.get(i));
        }
    }

    /** A picked row depends on the row before it, so its table comes after it. */
    private void tablesFromFirst(int index, Start start) {
        for (int i = 0; i <= index; i++) {
            sql.append(i == 0 ? "" : " JOIN ");
            if (hops.get(i).picks()) {
                sql.append(i == 0 ? "(" : "LATERAL (");
                picked(i, start);
                sql.append(") AS ").name(levels.get(i).alias()).append(i == 0 ? "" : " ON true");
            } else {
                levels.get(i).table(sql, hops.get(i).table()).append(i == 0 ? "" : " ON ");
                if (i > 0) {
                    links(i, levels.get(i - 1));
                }
            }
        }
    }

    /** Only the rows of the keys in question are sorted. */
    private void picked(int index, Start start) {
        Hop hop = hops.get(index);
        Level level = levels.get(index);
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        boolean isOfEach = index == 0 && start.isOfManyKeys();
        sql.append("SELECT ");
        if (isOfEach) {
            sql.append("DISTINCT ON (").list(hop.columns(), ", ", expressions::column);
            sql.append(") ");
        }
        sql.name(level.alias()).append(".* FROM ");
        level.table(sql, hop.table()).append(" WHERE ");
        if (index == 0) {
            start.keys().accept(level);
        } else {
            links(index, levels.get(index - 1));
        }
        conditions(index);
        List<Ordering> order = new ArrayList<>();
        if (isOfEach) {
            hop.columns().forEach(column -> order.add(Ordering.by(column, Ordering.Direction.ASCENDING)));
        }
        order.addAll(hop.firstBy());
        expressions.orderBy(order);
        sql.append(isOfEach ? "" : " LIMIT 1");
    }

    /** Writes the condition of {@code start} on the first table. If that row is picked, its sub-query has it. */
    void startOf(Start start) {
        if (hops.get(0).picks()) {
            sql.append("true");
        } else {
            start.keys().accept(first());
        }
    }

    /** Returns the start of a path at the row at {@code outer}. */
    Start from(Level outer) {
        return new Start(first -> links(0, outer), false);
    }

    /** Writes the links of the last table to the table before it. */
    void linksToLast() {
        links(hops.size() - 1, beforeLast());
    }

    private void links(int index, Level outer) {
        Level inner = levels.get(index);
        sql.list(hops.get(index).links(), " AND ", link -> {
            inner.column(sql, link.inner()).append(" = ");
            outer.column(sql, link.outer());
        });
    }

    /** Writes the conditions of all steps, each after an AND. The sub-query of a picked row has its own. */
    void conditions() {
        for (int i = 0; i < hops.size(); i++) {
            if (!hops.get(i).picks()) {
                conditions(i);
            }
        }
    }

    private void conditions(int index) {
        PredicateWriter predicates = new PredicateWriter(sql, levels.get(index));
        for (Predicate condition : hops.get(index).conditions()) {
            sql.append(" AND ");
            predicates.operand(condition);
        }
    }

    /**
     * Where a path starts.
     *
     * @param keys writes the condition on the columns of the first table that equal a key; its table is at the argument
     * @param isOfManyKeys whether several keys are read together
     */
    record Start(Consumer<Level> keys, boolean isOfManyKeys) {}
}
