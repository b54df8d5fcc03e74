package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Touch;
import dev.kindred.internal.sql.Touch.Reach;
import dev.kindred.internal.sql.TouchingWrite;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the CTEs that touch owners.
 * <ul>
 * <li>Each CTE joins the CTE that wrote the referencing rows. After waiting for a lock, the server rechecks a row. It
 * can recheck a join, but not a sub-query in a condition.
 * <li>A CTE that can touch several rows locks them first, in the same order in every statement: by key, and a chain
 * from the row upwards. This prevents deadlocks between statements that touch the same rows.
 * </ul>
 */
final class TouchWriter {

    private static final String WRITTEN = "written rows";
    private static final String OWNER = "o";
    private static final String POINTING = "p";
    private static final String LOCKED = "l";
    private static final String KEYS = "k";
    private static final String POSITION = "position";

    private final SqlWriter sql;
    private int touched;
    private boolean several;

    TouchWriter(SqlWriter sql) {
        this(sql, false);
    }

    /** Writes touches of one row, or of {@code several} rows. */
    TouchWriter(SqlWriter sql, boolean several) {
        this.sql = sql;
        this.several = several;
    }

    /** Writes the WITH keyword of a statement with {@code touches}. */
    SqlWriter with(List<Touch> touches) {
        return sql.append(isRecursive(touches) ? "WITH RECURSIVE " : "WITH ");
    }

    private static boolean isRecursive(List<Touch> touches) {
        return touches.stream().anyMatch(touch -> touch.reach().contains(Reach.CHAIN) || isRecursive(touch.next()));
    }

    SqlWriter write(TouchingWrite write) {
        several = !(write.write() instanceof Insert);
        with(write.touches());
        new FormerWriter(sql, write).write(WRITTEN, kept(write));
        touches(WRITTEN, write.touches());
        sql.append(" SELECT ");
        if (write.returning().isEmpty()) {
            sql.append("count(*)");
        } else {
            sql.list(write.returning(), ", ", column -> sql.selected(WRITTEN, column));
        }
        return sql.append(" FROM ").name(WRITTEN);
    }

    private static Set<ColumnReference> kept(TouchingWrite write) {
        Set<ColumnReference> kept = new LinkedHashSet<>(write.returning());
        write.touches().forEach(touch -> kept.addAll(touch.foreignKey()));
        others(write.touches(), kept);
        return kept;
    }

    private static void others(List<Touch> touches, Set<ColumnReference> kept) {
        for (Touch touch : touches) {
            if (touch.reach().contains(Reach.OTHERS)) {
                kept.addAll(touch.key());
            }
            others(touch.next(), kept);
        }
    }

    /** Writes the touches of the rows that the CTE {@code origin} references. */
    void touches(String origin, List<Touch> touches) {
        touches.forEach(touch -> touch(origin, touch));
    }

    private void touch(String origin, Touch touch) {
        touched++;
        String name = "touched " + touched;
        String keys = "keys " + touched;
        sql.append(", ").name(keys);
        columns(touch).append(" AS (");
        keys(origin, touch);
        if (touch.reach().contains(Reach.CHAIN)) {
            chain(keys, touch);
        }
        sql.append("), ").name(name).append(" AS (UPDATE ").tenants().changed(touch.table());
        sql.append(" AS ").name(OWNER).append(" SET ");
        set(touch.change());
        sql.append(" FROM ");
        if (several || touch.reach().contains(Reach.CHAIN)) {
            locked(keys, touch);
        } else {
            pointedAt(keys, touch);
            owners(touch);
        }
        sql.tenants().changes(touch.table(), OWNER, " AND ", "");
        returning(touch.next());
        sql.append(")");
        touches(name, touch.next());
    }

    private SqlWriter columns(Touch touch) {
        sql.append(" (");
        for (int i = 0; i < touch.links().size(); i++) {
            sql.append(i == 0 ? "" : ", ").name(RowSourceWriter.column(i));
        }
        return sql.append(")");
    }

    private void keys(String origin, Touch touch) {
        sql.append(several ? "(SELECT " : "SELECT ");
        sql.list(touch.foreignKey(), ", ", column -> sql.name(column.name()));
        sql.append(" FROM ").name(origin);
        if (touch.reach().contains(Reach.FORMER)) {
            sql.append(" UNION SELECT ").list(touch.foreignKey(), ", ", column -> sql.name(FormerWriter.name(column)));
            sql.append(" FROM ").name(origin);
        } else if (several) {
            sql.append(" GROUP BY ").list(touch.foreignKey(), ", ", column -> sql.name(column.name()));
        }
        if (several) {
            sql.append(" ORDER BY ").list(touch.foreignKey(), ", ", column -> sql.name(column.name()));
            sql.append(")");
        }
    }

    private void chain(String keys, Touch touch) {
        sql.append(" UNION SELECT ").list(touch.foreignKey(), ", ", column -> sql.qualified(OWNER, column.name()));
        sql.append(" FROM ").tenants().read(touch.table(), OWNER).append(", ");
        sql.name(keys).append(" AS ").name(POINTING).append(" WHERE ");
        equal(OWNER, touch.key(), POINTING);
    }

    /**
     * Writes the rows to touch, locked one after another: the lateral sub-query runs once for each key, in key order.
     */
    private void locked(String keys, Touch touch) {
        inOrder(keys, touch);
        sql.append(", LATERAL (SELECT ").list(touch.key(), ", ", column -> sql.qualified(OWNER, column.name()));
        sql.append(" FROM ").tenants().read(touch.table(), OWNER);
        owners(touch);
        sql.append(" FOR NO KEY UPDATE) AS ").name(LOCKED).append(" WHERE ");
        sql.list(
                touch.key(),
                " AND ",
                column -> sql.qualified(OWNER, column.name()).append(" = ").qualified(LOCKED, column.name()));
    }

    /** Writes the keys in the order of their CTE. */
    private void inOrder(String keys, Touch touch) {
        if (touch.reach().contains(Reach.OTHERS)) {
            sql.append("(SELECT * FROM (SELECT *, row_number() OVER () AS ").name(POSITION);
            sql.append(" FROM ").name(keys).append(") AS ").name(KEYS).append(" WHERE NOT EXISTS (SELECT FROM ");
            sql.name(WRITTEN).append(" AS ").name(OWNER).append(" WHERE ");
            equal(OWNER, touch.key(), KEYS);
            sql.append(") ORDER BY ").name(POSITION).append(")");
        } else {
            sql.name(keys);
        }
        sql.append(" AS ").name(POINTING);
    }

    private void owners(Touch touch) {
        sql.append(" WHERE ");
        equal(OWNER, touch.key(), POINTING);
        unless(touch.change().unless());
    }

    private void pointedAt(String keys, Touch touch) {
        if (touch.reach().contains(Reach.OTHERS)) {
            sql.append("(SELECT * FROM ").name(keys).append(" EXCEPT SELECT ");
            sql.list(touch.key(), ", ", column -> sql.name(column.name()));
            sql.append(" FROM ").name(WRITTEN).append(")");
        } else {
            sql.name(keys);
        }
        sql.append(" AS ").name(POINTING);
    }

    private void equal(String alias, List<ColumnReference> columns, String keys) {
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? "" : " AND ").qualified(alias, columns.get(i).name());
            sql.append(" = ").qualified(keys, RowSourceWriter.column(i));
        }
    }

    private void set(Touch.Change change) {
        sql.list(
                change.values(),
                ", ",
                set -> sql.name(set.column().name()).append(" = ").parameter(set.value()));
        change.increments()
                .forEach(column -> sql.append(", ")
                        .name(column.name())
                        .append(" = ")
                        .qualified(OWNER, column.name())
                        .append(" + 1"));
    }

    private void unless(@Nullable Predicate unless) {
        if (unless != null) {
            sql.append(" AND ");
            new Predicate.Negation(unless).accept(new PredicateWriter(sql, new Level(0, OWNER, null)));
        }
    }

    private void returning(List<Touch> next) {
        Set<ColumnReference> pointing = new LinkedHashSet<>();
        next.forEach(touch -> pointing.addAll(touch.foreignKey()));
        if (!pointing.isEmpty()) {
            sql.append(" RETURNING ").list(pointing, ", ", column -> sql.qualified(OWNER, column.name()));
        }
    }
}
