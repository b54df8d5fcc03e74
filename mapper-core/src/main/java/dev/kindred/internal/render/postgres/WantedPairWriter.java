package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.LinkRows.Addition;
import dev.kindred.internal.sql.LinkRows.Change;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.type.TypeName;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Writes what compares existing pairs with the wanted ones. */
final class WantedPairWriter {

    private static final Level ROW = Level.OUTERMOST;

    /** The types whose equality ignores case or trailing blanks. */
    private static final Set<String> IGNORING = Set.of("citext", "bpchar", "char");

    private final SqlWriter sql;
    private final LinkRows links;

    WantedPairWriter(SqlWriter sql, LinkRows links) {
        this.sql = sql;
        this.links = links;
    }

    /** Values without an equality of their own, or with one that ignores a difference, are compared as text. */
    SqlWriter differs(Change change, Consumer<ColumnReference> other) {
        return sql.list(change.columns(), " OR ", column -> {
            String cast = isExact(column.type().name()) ? "" : "::text";
            sql.qualified(ROW.alias(), column.name()).append(cast).append(" IS DISTINCT FROM ");
            other.accept(column);
            sql.append(cast);
        });
    }

    private static boolean isExact(TypeName type) {
        return type.builtIn()
                && !IGNORING.contains(type.name())
                && ServerAbility.GROUPING.isOf(type.name(), type.array());
    }

    /** Writes the condition that the row at {@code alias} is a wanted pair. */
    void same(Addition addition, String alias) {
        sql.list(links.ownTarget(), " AND ", column -> {
            sql.qualified(alias, column.name()).append(" = ");
            wanted(addition, column);
        });
    }

    /** Writes the wanted value of {@code column}. */
    void wanted(Addition addition, ColumnReference column) {
        sql.qualified(
                RowSourceWriter.ALIAS,
                RowSourceWriter.column(addition.rows().columns().indexOf(column)));
    }

    /** Writes the condition of the existing pairs that {@code change} updates. */
    SqlWriter changed(Addition addition, Change change) {
        same(addition, ROW.alias());
        sql.append(" AND ");
        new PredicateWriter(sql, ROW).operand(change.where());
        sql.append(" AND (");
        return differs(change, column -> wanted(addition, column)).append(")");
    }

    /** Writes the update that sets values of the pairs aside which the write of the pairs then changes. */
    SqlWriter setAside(SetAside aside) {
        Addition addition = Objects.requireNonNull(links.addition());
        Change change = Objects.requireNonNull(addition.change());
        ROW.changed(sql.append("UPDATE "), links.table()).append(" SET ");
        sql.list(aside.inverted(), ", ", column -> {
            sql.name(column.name()).append(" = CASE WHEN ~").qualified(ROW.alias(), column.name());
            sql.append(" = ");
            wanted(addition, column);
            sql.append(" THEN ").qualified(ROW.alias(), column.name());
            sql.append(" ELSE ~").qualified(ROW.alias(), column.name()).append(" END");
        });
        sql.append(aside.inverted().isEmpty() || aside.emptied().isEmpty() ? "" : ", ");
        sql.list(aside.emptied(), ", ", column -> {
            sql.name(column.name()).append(" = CASE WHEN ");
            wanted(addition, column);
            sql.append(" IS NULL THEN ").qualified(ROW.alias(), column.name()).append(" END");
        });
        sql.append(" FROM ");
        addition.rows().accept(new RowSourceWriter(sql)).append(" WHERE ");
        sql.tenants().changes(links.table(), ROW.alias(), "", " AND ");
        return changed(addition, change);
    }
}
