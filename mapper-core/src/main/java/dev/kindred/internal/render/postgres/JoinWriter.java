package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Join;
import java.util.ArrayList;
import java.util.List;

/** Writes the joins of a statement. Confined to one thread. */
final class JoinWriter {

    private final SqlWriter sql;
    private final List<Placed> placed = new ArrayList<>();

    /** Writes {@code joins} to the table of {@code level}. */
    JoinWriter(SqlWriter sql, Level level, List<Join> joins) {
        this.sql = sql;
        place(level, joins);
    }

    private void place(Level outer, List<Join> joins) {
        for (Join join : joins) {
            Level level = outer.joined(placed.size() + 1);
            placed.add(new Placed(join, outer, level));
            place(level, join.joins());
        }
    }

    /** Writes the select list of the joins. */
    void columns() {
        for (Placed each : placed) {
            ExpressionWriter expressions = new ExpressionWriter(sql, each.level);
            each.join.columns().forEach(column -> {
                sql.append(", ");
                expressions.selected(column);
            });
        }
    }

    /** Writes the FROM clause of the joins. */
    void tables() {
        for (Placed each : placed) {
            sql.append(" LEFT JOIN ");
            if (isPlain(each.join)) {
                each.level.table(sql, each.join.rows().table()).append(" ON ");
                new ExpressionWriter(sql, each.outer).matching(each.level, each.join.rows());
            } else {
                first(each);
            }
        }
    }

    /** A path of several steps joins its tables in a sub-query, so that the outer join stays one. */
    private static boolean isPlain(Join join) {
        return join.orderBy().isEmpty()
                && join.rows().first() == null
                && join.rows().hops().size() == 1;
    }

    /** Columns are cast only in the outer select list, because nested joins may compare the uncast columns. */
    private void first(Placed each) {
        ExpressionWriter expressions = new ExpressionWriter(sql, each.level);
        sql.append("LATERAL (SELECT ").list(each.join.columns(), ", ", expressions::column);
        new ExpressionWriter(sql, each.outer).rows(each.level, each.join.rows());
        expressions.orderBy(each.join.orderBy());
        sql.append(" LIMIT 1) AS ").name(each.level.alias()).append(" ON true");
    }

    private record Placed(Join join, Level outer, Level level) {}
}
