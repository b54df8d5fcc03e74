package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.AggregatesOfKeys;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.KeyPath;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SelectOfEach;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes statements that read something for each of some keys: the first rows, or aggregates. The rows of a key come
 * from a lateral sub-query with the alias of the table, so that the select list, the order and the joins are written as
 * for a table.
 */
final class SelectOfEachWriter {

    private static final String KEYS = "k";
    private static final String POSITION = "n";

    private final SqlWriter sql;

    SelectOfEachWriter(SqlWriter sql) {
        this.sql = sql;
    }

    SqlWriter write(SelectOfEach each) {
        Level level = Level.OUTERMOST;
        JoinWriter joins = new JoinWriter(sql, level, each.joins());
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        sql.append("SELECT ").list(each.select().columns(), ", ", expressions::selected);
        if (each.path() != null) {
            new PathWriter(sql, level.inside(), each.path(), each.select()).readKey(level);
        }
        joins.columns();
        keys(each);
        sql.append(" CROSS JOIN LATERAL (");
        rowsOfKey(each, level.inside());
        sql.append(") AS ").name(level.alias());
        joins.tables();
        if (each.total() == null) {
            expressions.orderBy(each.select().orderBy());
            return sql;
        }
        sql.append(" ORDER BY ").qualified(KEYS, POSITION);
        each.select().orderBy().forEach(term -> {
            sql.append(", ");
            expressions.sorted(term);
        });
        new SelectWriter(sql).limitOfEach(each.total());
        return sql;
    }

    /** The keys have the alias of a table and the names of their columns, so that the sub-queries can use them. */
    SqlWriter write(AggregatesOfKeys aggregates) {
        Level level = Level.OUTERMOST;
        ExpressionWriter expressions = new ExpressionWriter(sql, level);
        sql.append("SELECT ").list(aggregates.columns(), ", ", expressions::selected);
        aggregates.values().forEach(value -> {
            sql.append(", ");
            expressions.selected(value);
        });
        sql.append(" FROM unnest(")
                .list(aggregates.keys(), ", ", sql::parameter)
                .append(") AS ");
        sql.name(level.alias()).append(" (").list(aggregates.columns(), ", ", column -> sql.name(column.name()));
        return sql.append(")");
    }

    private void keys(SelectOfEach each) {
        sql.append(" FROM unnest(").list(each.keys(), ", ", sql::parameter).append(")");
        sql.append(each.total() == null ? " AS " : " WITH ORDINALITY AS ");
        sql.name(KEYS).append(" (").list(positions(each), ", ", position -> sql.name(column(position)));
        if (each.total() != null) {
            sql.append(", ").name(POSITION);
        }
        sql.append(")");
    }

    /** All columns of the table are available outside. The server computes only those that are used. */
    private void rowsOfKey(SelectOfEach each, Level level) {
        Select select = each.select();
        if (each.path() != null) {
            rowsOfPath(each, each.path(), level);
        } else {
            directRows(each, level);
        }
        new ExpressionWriter(sql, level).orderBy(select.orderBy());
        SelectWriter selects = new SelectWriter(sql);
        selects.limitOfEach(each.limit());
        if (each.path() != null) {
            selects.lock(select.lock(), level);
        } else {
            selects.lock(select.lock());
        }
    }

    /**
     * Equal rows follow each other in the order of the select. The server then stops at the limit. Distinct pairs of
     * keys would be computed for all rows of the key. The server does not recognize an expression with parameters in
     * DISTINCT ON, since its parameters have other numbers in ORDER BY.
     */
    private void rowsOfPath(SelectOfEach each, KeyPath path, Level level) {
        boolean isSorted = path.repeats() == KeyPath.Repeats.SELDOM
                && each.select().orderBy().stream().allMatch(term -> term.expression() instanceof ColumnReference);
        new PathWriter(sql, level, isSorted ? path.repeating() : path, each.select())
                .rowsWithKey(
                        target -> equal(each, target), isSorted ? each.select().orderBy() : List.of());
    }

    private void directRows(SelectOfEach each, Level level) {
        Select select = each.select();
        PredicateWriter predicates = new PredicateWriter(sql, level);
        sql.append("SELECT ").name(level.alias()).append(".* FROM ");
        level.table(sql, select.table()).append(" WHERE ");
        equal(each, level);
        if (select.where() != null) {
            sql.append(" AND ");
            predicates.operand(select.where());
        }
    }

    private void equal(SelectOfEach each, Level target) {
        sql.list(positions(each), " AND ", position -> {
            target.column(sql, each.target().get(position)).append(" = ");
            sql.qualified(KEYS, column(position));
        });
    }

    private static List<Integer> positions(SelectOfEach each) {
        return IntStream.range(0, each.target().size()).boxed().toList();
    }

    private static String column(int position) {
        return "c" + position;
    }
}
