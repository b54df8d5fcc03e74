package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.InsertLinked;
import dev.kindred.internal.sql.InsertLinked.Pairs;
import dev.kindred.internal.sql.Touch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes an insert of rows and of the pairs that link them to one parent. */
final class InsertLinkedWriter {

    private static final String RELATED = "related";
    private static final String PAIRS = "pairs";
    private static final String PARENT = "parent";

    private final SqlWriter sql;

    InsertLinkedWriter(SqlWriter sql) {
        this.sql = sql;
    }

    SqlWriter write(InsertLinked insert) {
        TouchWriter touches = new TouchWriter(sql, true);
        List<Touch> all = new ArrayList<>(insert.relatedTouches());
        all.addAll(insert.pairTouches());
        touches.with(all).name(PARENT).append(" AS (");
        insert.lock()
                .accept(new StatementWriter(sql))
                .append("), ")
                .name(RELATED)
                .append(" AS (");
        insert.related().accept(new StatementWriter(sql)).append(" RETURNING ");
        Set<ColumnReference> kept = new LinkedHashSet<>(insert.returning());
        kept.addAll(foreignKeys(insert.relatedTouches()));
        insert.pairs().links().forEach(link -> kept.add(link.key()));
        sql.list(kept, ", ", column -> sql.name(column.name())).append("), ");
        pairs(insert.pairs(), foreignKeys(insert.pairTouches()));
        touches.touches(RELATED, insert.relatedTouches());
        touches.touches(PAIRS, insert.pairTouches());
        sql.append(" SELECT ").list(insert.returning(), ", ", column -> sql.selected(RELATED, column));
        return sql.append(" FROM ").name(RELATED);
    }

    private void pairs(Pairs pairs, Set<ColumnReference> kept) {
        TenantWriter tenants = sql.name(PAIRS).append(" AS (INSERT INTO ").tenants();
        tenants.into(pairs.table()).append(" (");
        tenants.column(pairs.table(), pairs.columns(), ", ");
        sql.list(pairs.columns(), ", ", column -> sql.name(column.name())).append(") SELECT ");
        tenants.inserted(pairs.table(), pairs.columns(), ", ");
        sql.list(pairs.constants(), ", ", set -> sql.parameter(set.value())).append(", ");
        sql.list(pairs.links(), ", ", link -> sql.qualified(RELATED, link.key().name()));
        sql.append(" FROM ")
                .name(RELATED)
                .append(" WHERE (SELECT count(*) FROM ")
                .name(PARENT)
                .append(") >= 0");
        if (!kept.isEmpty()) {
            sql.append(" RETURNING ").list(kept, ", ", column -> sql.name(column.name()));
        }
        sql.append(")");
    }

    private static Set<ColumnReference> foreignKeys(List<Touch> touches) {
        Set<ColumnReference> all = new LinkedHashSet<>();
        touches.forEach(touch -> all.addAll(touch.foreignKey()));
        return all;
    }
}
