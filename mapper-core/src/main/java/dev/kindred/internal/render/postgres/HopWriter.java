package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Predicate;
import java.util.ArrayList;
import java.util.List;

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
    void tables() {
        tablesFrom(hops.size() - 1);
    }

    /** Writes the tables before the last one. */
    void tablesBefore() {
        tablesFrom(hops.size() - 2);
    }

    private void tablesFrom(int index) {
        levels.get(index).table(sql, hops.get(index).table());
        for (int i = index - 1; i >= 0; i--) {
            sql.append(" JOIN ");
            levels.get(i).table(sql, hops.get(i).table()).append(" ON ");
            links(i + 1, levels.get(i));
        }
    }

    /** Writes the links of the first table to the row at {@code outer}. */
    void linksTo(Level outer) {
        links(0, outer);
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

    /** Writes the conditions of all steps, each after an AND. */
    void conditions() {
        for (int i = 0; i < hops.size(); i++) {
            PredicateWriter predicates = new PredicateWriter(sql, levels.get(i));
            for (Predicate condition : hops.get(i).conditions()) {
                sql.append(" AND ");
                predicates.operand(condition);
            }
        }
    }
}
