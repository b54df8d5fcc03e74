package dev.kindred.internal.render.postgres;

import dev.kindred.internal.render.CatalogQueries;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.TypedReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.TableName;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Queries the PostgreSQL catalog. A name without a schema is resolved by the search path. Thread-safe: it has no state.
 */
public final class PostgresCatalogQueries implements CatalogQueries {

    private static final SqlType<String[]> NAMES = SqlTypes.array(SqlTypes.STRING, String[].class);

    private static final String TABLES = """
            "tables" AS (
                SELECT w."ordinal"::int4 AS "ordinal", c.oid, c.relkind
                FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS w ("schema", "name", "ordinal")
                JOIN pg_catalog.pg_class c ON c.relname = w."name" AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE CASE WHEN w."schema" IS NULL
                    THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = w."schema" END
            )""";

    /**
     * A domain has a base type, and an array has an element type. The chain of these types determines what the column
     * can hold.
     */
    private static final String COLUMNS = "WITH RECURSIVE " + TABLES + """
            , "chains" ("root", "oid", "depth", "in_array") AS (
                SELECT DISTINCT a.atttypid, a.atttypid, 0, false
                FROM "tables" t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid
                WHERE a.attnum > 0 AND NOT a.attisdropped
                UNION ALL
                SELECT p."root", CASE WHEN y.typtype = 'd' THEN y.typbasetype ELSE y.typelem END, p."depth" + 1,
                    p."in_array" OR y.typtype <> 'd'
                FROM "chains" p JOIN pg_catalog.pg_type y ON y.oid = p."oid"
                WHERE y.typtype = 'd' OR (y.typcategory = 'A' AND y.typelem <> 0)
            ), "types" AS (
                SELECT p."root", array_agg(n.nspname::text ORDER BY p."depth") AS "schemas",
                    array_agg(y.typname::text ORDER BY p."depth") AS "names",
                    array_agg(p."in_array"::text ORDER BY p."depth") AS "in_array"
                FROM "chains" p JOIN pg_catalog.pg_type y ON y.oid = p."oid"
                JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace
                GROUP BY p."root"
            )
            SELECT t."ordinal", t.relkind::text AS "kind", a.attname::text AS "name",
                pg_catalog.format_type(a.atttypid, a.atttypmod) AS "type", y."schemas", y."names", y."in_array",
                a.atttypmod AS "modifier", a.attnotnull OR d.typnotnull AS "not_null",
                a.attidentity <> '' OR a.atthasdef OR d.typdefault IS NOT NULL AS "filled"
            FROM "tables" t
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_type d ON d.oid = a.atttypid
            LEFT JOIN "types" y ON y."root" = a.atttypid
            ORDER BY t."ordinal", a.attnum""";

    private static final String KEYS = "WITH " + TABLES + """
            , "keys" AS (
                SELECT t."ordinal", c.relname::text AS "name", CASE WHEN i.indisprimary THEN 'PRIMARY'
                        WHEN NOT i.indisvalid OR i.indexprs IS NOT NULL THEN 'OTHER'
                        WHEN l.attname IS NOT NULL AND i.indisunique THEN 'LIVE' WHEN i.indpred IS NOT NULL THEN 'OTHER'
                        WHEN NOT i.indisunique OR NOT i.indimmediate THEN 'INDEX'
                        WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint u WHERE u.conindid = i.indexrelid
                            AND u.contype = 'u') THEN 'UNIQUE' ELSE 'UNIQUE_INDEX' END AS "kind",
                    i.indrelid AS "table", (i.indkey::int2[])[0:i.indnkeyatts - 1] AS "columns",
                    NULL::oid AS "target", NULL::int2[] AS "target_columns", NULL::text AS "action",
                    l.attname::text AS "while_null"
                FROM "tables" t JOIN pg_catalog.pg_index i ON i.indrelid = t.oid
                JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                LEFT JOIN pg_catalog.pg_attribute l ON l.attrelid = t.oid AND i.indpred IS NOT NULL
                    AND pg_catalog.pg_get_expr(i.indpred, t.oid) = pg_catalog.format('(%I IS NULL)', l.attname)
                UNION ALL
                SELECT t."ordinal", c.conname::text, CASE c.contype WHEN 'f' THEN 'FOREIGN' ELSE 'CHECK' END,
                    c.conrelid, c.conkey, c.confrelid, c.confkey, c.confdeltype::text, NULL
                FROM "tables" t JOIN pg_catalog.pg_constraint c ON c.conrelid = t.oid AND c.contype IN ('f', 'c')
            )
            SELECT k."ordinal", k."name", k."kind", ARRAY(
                    SELECT a.attname::text FROM unnest(k."columns") WITH ORDINALITY AS c ("number", "place")
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k."table" AND a.attnum = c."number"
                    ORDER BY c."place") AS "columns",
                n.nspname::text AS "target_schema", f.relname::text AS "target_name",
                pg_catalog.pg_table_is_visible(f.oid) AS "target_visible", ARRAY(
                    SELECT a.attname::text FROM unnest(k."target_columns") WITH ORDINALITY AS c ("number", "place")
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k."target" AND a.attnum = c."number"
                    ORDER BY c."place") AS "target_columns", k."action", k."while_null"
            FROM "keys" k LEFT JOIN pg_catalog.pg_class f ON f.oid = k."target"
            LEFT JOIN pg_catalog.pg_namespace n ON n.oid = f.relnamespace
            UNION ALL
            SELECT w."ordinal"::int4, y.typname::text, 'TYPE', ARRAY(
                    SELECT e.enumlabel::text FROM pg_catalog.pg_enum e
                    WHERE e.enumtypid IN (y.oid, y.typbasetype) ORDER BY e.enumsortorder),
                NULL, NULL, NULL, NULL, NULL, NULL
            FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS w ("schema", "name", "ordinal")
            JOIN pg_catalog.pg_type y ON y.typname = w."name" AND y.typtype IN ('e', 'd', 'b')
            JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace
            WHERE CASE WHEN w."schema" IS NULL THEN pg_catalog.pg_type_is_visible(y.oid) ELSE n.nspname = w."schema" END
            ORDER BY 1, 3, 2""";

    @Override
    public RenderedSql columns(List<TableName> tables) {
        return new RenderedSql(COLUMNS, List.of(schemas(tables), names(tables)));
    }

    @Override
    public RenderedSql keys(List<TableName> tables, List<TableName> enumTypes) {
        return new RenderedSql(KEYS, List.of(schemas(tables), names(tables), schemas(enumTypes), names(enumTypes)));
    }

    @Override
    public RenderedSql sharedKeys(List<KeyColumns> groups) {
        SqlWriter sql = new SqlWriter();
        sql.list(IntStream.range(0, groups.size()).boxed().toList(), " UNION ALL ", ordinal -> {
            KeyColumns group = groups.get(ordinal);
            sql.append("SELECT " + ordinal + " AS \"ordinal\", count(*) AS \"keys\" FROM (SELECT 1 FROM ");
            sql.tableName(group.table()).append(" WHERE ");
            sql.list(group.columns(), " AND ", column -> sql.name(column).append(" IS NOT NULL"));
            if (group.whileNull() != null) {
                sql.append(" AND ").name(group.whileNull()).append(" IS NULL");
            }
            sql.append(" GROUP BY ").list(group.columns(), ", ", sql::name);
            sql.append(" HAVING count(*) > 1) AS \"shared\"");
        });
        return sql.finish();
    }

    @Override
    public RenderedSql wrongRows(List<TypedReference> references) {
        SqlWriter sql = new SqlWriter();
        sql.list(IntStream.range(0, references.size()).boxed().toList(), " UNION ALL ", ordinal -> {
            TypedReference reference = references.get(ordinal);
            sql.append("SELECT " + ordinal + " AS \"ordinal\", ").qualified("r", reference.type());
            sql.append("::text AS \"type\", count(*) AS \"rows\" FROM ").tableName(reference.table());
            sql.append(" AS \"r\" WHERE CASE ").qualified("r", reference.type());
            reference.targets().forEach(target -> wrong(sql, reference, target));
            sql.append(" ELSE ").qualified("r", reference.type()).append(" IS NOT NULL END GROUP BY ");
            sql.qualified("r", reference.type());
        });
        return sql.finish();
    }

    private static void wrong(SqlWriter sql, TypedReference reference, TypedReference.Target target) {
        sql.append(" WHEN ").literal(target.name()).append(" THEN ");
        if (target.table() == null) {
            sql.append("false");
            return;
        }
        sql.append("NOT EXISTS (SELECT 1 FROM ").tableName(target.table()).append(" AS \"t\" WHERE ");
        sql.qualified("t", target.key()).append(" = ").qualified("r", reference.key());
        sql.append(")");
    }

    private static Parameter schemas(List<TableName> names) {
        return new Parameter(NAMES, names.stream().map(TableName::schema).toArray(String[]::new));
    }

    private static Parameter names(List<TableName> names) {
        return new Parameter(NAMES, names.stream().map(TableName::name).toArray(String[]::new));
    }
}
