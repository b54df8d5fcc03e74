package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Predicate;
import java.util.List;

/**
 * Writes the tables and links of a path. The last table has the alias of its level, the tables before it have numbered
 * ones.
 */
final class HopWriter {

    private final SqlWriter sql;
    private final Level last;

    /** Writes paths whose last table is at {@code last}. */
    HopWriter(SqlWriter sql, Level last) {
        this.sql = sql;
        this.last = last;
    }

    /** Writes the last table, joined with the tables before it. */
    void tables(List<Hop> hops) {
        last.table(sql, hops.get(hops.size() - 1).table());
        for (int i = hops.size() - 2; i >= 0; i--) {
            sql.append(" JOIN ");
            levelOf(i, hops).table(sql, hops.get(i).table()).append(" ON ");
            links(levelOf(i + 1, hops), levelOf(i, hops), hops.get(i + 1));
            conditions(levelOf(i, hops), hops.get(i).conditions());
        }
    }

    /** Writes the links of the first table to the row at {@code outer}, and the conditions of the last table. */
    void linksTo(Level outer, List<Hop> hops) {
        links(levelOf(0, hops), outer, hops.get(0));
        conditions(last, hops.get(hops.size() - 1).conditions());
    }

    private Level levelOf(int index, List<Hop> hops) {
        return index == hops.size() - 1 ? last : last.hop(index + 1);
    }

    private void links(Level inner, Level outer, Hop hop) {
        sql.list(hop.links(), " AND ", link -> {
            inner.column(sql, link.inner()).append(" = ");
            outer.column(sql, link.outer());
        });
    }

    private void conditions(Level level, List<Predicate> conditions) {
        PredicateWriter predicates = new PredicateWriter(sql, level);
        conditions.forEach(condition -> {
            sql.append(" AND ");
            predicates.operand(condition);
        });
    }
}
