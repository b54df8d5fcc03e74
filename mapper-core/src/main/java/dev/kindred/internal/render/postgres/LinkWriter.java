package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.LinkRows.Addition;
import dev.kindred.internal.sql.LinkRows.Change;
import dev.kindred.internal.sql.LinkRows.Conflict;
import dev.kindred.internal.sql.LinkRows.Kind;
import dev.kindred.internal.sql.LinkRows.Marks;
import dev.kindred.internal.sql.LinkRows.Removal;
import dev.kindred.internal.sql.LockRows;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the removal and addition of pairs. Each CTE reads the count of the one before it, so that the server removes
 * before it changes, and changes before it adds: a new pair can get a unique value that a removed pair had.
 */
final class LinkWriter {

    static final String KIND = "kind of change";

    private static final String WRITTEN = "written rows";
    private static final String WANTED = "wanted";
    private static final String PARENT = "parent";
    private static final Level ROW = Level.OUTERMOST;

    private final SqlWriter sql;
    private final LinkRows links;
    private final WantedPairWriter pairs;
    private final List<Kind> written = new ArrayList<>();

    LinkWriter(SqlWriter sql, LinkRows links) {
        this.sql = sql;
        this.links = links;
        this.pairs = new WantedPairWriter(sql, links);
    }

    SqlWriter write() {
        TouchWriter touches = new TouchWriter(sql, true);
        touches.with(links.touches());
        if (links.lock() != null) {
            lock(links.lock());
        }
        if (links.addition() != null) {
            sql.name(WANTED).append(" AS (SELECT * FROM ");
            links.addition().rows().accept(new RowSourceWriter(sql)).append("), ");
        }
        if (links.removal() != null) {
            removed(links.removal());
        }
        if (links.addition() != null) {
            added(links.addition());
        }
        result();
        touches.touches(WRITTEN, links.touches());
        sql.append(" SELECT ").name(KIND).append(", ");
        sql.list(links.target(), ", ", column -> sql.selected(WRITTEN, column));
        return sql.append(" FROM ").name(WRITTEN);
    }

    private void lock(LockRows lock) {
        sql.name(PARENT).append(" AS (");
        lock.accept(new StatementWriter(sql)).append("), ");
    }

    private void removed(Removal removal) {
        Marks marks = removal.marks();
        begin(Kind.REMOVED);
        if (marks == null) {
            ROW.changed(sql.append("DELETE FROM "), links.table());
        } else {
            ROW.changed(sql.append("UPDATE "), links.table()).append(" SET ");
            marks(marks);
        }
        sql.append(" WHERE ");
        ofTenant(" AND ");
        new PredicateWriter(sql, ROW).operand(removal.where());
        afterOthers();
        end(Kind.REMOVED);
    }

    private void added(Addition addition) {
        Change change = addition.change();
        if (change != null) {
            changed(addition, change);
        }
        begin(Kind.ADDED);
        TenantWriter tenants = sql.append("INSERT INTO ").tenants();
        tenants.into(links.table()).append(" AS ").name(ROW.alias()).append(" (");
        tenants.column(links.table(), List.of(), ", ");
        sql.list(links.source(), ", ", set -> sql.name(set.column().name())).append(", ");
        sql.list(addition.rows().columns(), ", ", column -> sql.name(column.name()));
        addition.constants().forEach(set -> sql.append(", ").name(set.column().name()));
        sql.append(") SELECT ");
        tenants.inserted(links.table(), List.of(), ", ");
        sql.list(links.source(), ", ", set -> sql.parameter(set.value())).append(", ");
        sql.list(addition.rows().columns(), ", ", column -> pairs.wanted(addition, column));
        addition.constants().forEach(set -> sql.append(", ").parameter(set.value()));
        from().append(" WHERE true");
        afterOthers();
        if (links.lock() == null) {
            unlessPresent(addition);
        }
        sql.append(" ORDER BY ").list(links.ownTarget(), ", ", column -> pairs.wanted(addition, column));
        if (addition.conflict().isIndexed()) {
            onConflict(addition, addition.conflict());
        }
        end(Kind.ADDED);
    }

    private void changed(Addition addition, Change change) {
        begin(Kind.UPDATED);
        ROW.changed(sql.append("UPDATE "), links.table()).append(" SET ");
        sql.list(change.columns(), ", ", column -> {
            sql.name(column.name()).append(" = ");
            pairs.wanted(addition, column);
        });
        sql.append(
                change.marks().values().isEmpty() && change.marks().increments().isEmpty() ? "" : ", ");
        marks(change.marks());
        from().append(" WHERE ");
        ofTenant(" AND ");
        pairs.changed(addition, change);
        afterOthers();
        end(Kind.UPDATED);
    }

    private void ofTenant(String after) {
        sql.tenants().changes(links.table(), ROW.alias(), "", after);
    }

    private SqlWriter from() {
        return sql.append(" FROM ").name(WANTED).append(" AS ").name(RowSourceWriter.ALIAS);
    }

    private void unlessPresent(Addition addition) {
        String present = ROW.inside().alias();
        sql.append(" AND NOT EXISTS (SELECT FROM ").tenants().read(links.table(), present);
        sql.append(" WHERE ");
        sql.list(
                links.source(),
                " AND ",
                set -> sql.qualified(present, set.column().name()).append(" = ").parameter(set.value()));
        sql.append(" AND ");
        pairs.same(addition, present);
        ColumnReference deleted = addition.conflict().deleted();
        if (deleted != null) {
            sql.append(" AND ").qualified(present, deleted.name()).append(" IS NULL");
        }
        sql.append(")");
    }

    private void onConflict(Addition addition, Conflict conflict) {
        sql.append(" ON CONFLICT (").tenants().conflict(links.table(), List.of());
        sql.list(links.source(), ", ", set -> sql.name(set.column().name()));
        sql.append(", ")
                .list(links.ownTarget(), ", ", column -> sql.name(column.name()))
                .append(")");
        Predicate where = conflict.where();
        if (where != null) {
            sql.append(" WHERE ");
            where.accept(new PredicateWriter(sql, Level.WITHOUT_ALIAS));
        }
        @Nullable Change change = addition.change();
        ColumnReference deleted = conflict.deleted();
        if (deleted == null && change == null) {
            sql.append(" DO NOTHING");
            return;
        }
        sql.append(" DO UPDATE SET ");
        List<ColumnReference> replaced = new ArrayList<>(conflict.replaced());
        if (deleted != null) {
            replaced.add(deleted);
        }
        sql.list(
                replaced,
                ", ",
                column -> sql.name(column.name()).append(" = EXCLUDED.").name(column.name()));
        increments(conflict.increments());
        sql.append(" WHERE ");
        if (deleted != null) {
            sql.qualified(ROW.alias(), deleted.name()).append(" IS NOT NULL").append(change == null ? "" : " OR ");
        }
        if (change != null) {
            pairs.differs(change, column -> sql.append("EXCLUDED.").name(column.name()));
        }
    }

    private void marks(Marks marks) {
        sql.list(marks.values(), ", ", this::set);
        boolean first = marks.values().isEmpty();
        for (ColumnReference column : marks.increments()) {
            sql.append(first ? "" : ", ");
            increment(column);
            first = false;
        }
    }

    private void increments(List<ColumnReference> columns) {
        for (ColumnReference column : columns) {
            sql.append(", ");
            increment(column);
        }
    }

    private void increment(ColumnReference column) {
        sql.name(column.name())
                .append(" = ")
                .qualified(ROW.alias(), column.name())
                .append(" + 1");
    }

    private void set(SetColumn set) {
        sql.name(set.column().name()).append(" = ").parameter(set.value());
    }

    private void begin(Kind kind) {
        sql.name(nameOf(kind)).append(" AS (");
    }

    private void end(Kind kind) {
        sql.append(" RETURNING ");
        sql.list(links.read(), ", ", column -> sql.qualified(ROW.alias(), column.name()))
                .append("), ");
        written.add(kind);
    }

    private static String nameOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The count makes the server complete the lock and the CTEs before this one first. */
    private void afterOthers() {
        if (links.lock() != null) {
            after(PARENT);
        }
        written.forEach(kind -> after(nameOf(kind)));
    }

    private void after(String name) {
        sql.append(" AND (SELECT count(*) FROM ").name(name).append(") >= 0");
    }

    private void result() {
        sql.name(WRITTEN).append(" AS (").list(written, " UNION ALL ", kind -> {
            sql.append("SELECT " + kind.number() + " AS ").name(KIND).append(", ");
            sql.list(links.read(), ", ", column -> sql.name(column.name()));
            sql.append(" FROM ").name(nameOf(kind));
        });
        sql.append(")");
    }
}
