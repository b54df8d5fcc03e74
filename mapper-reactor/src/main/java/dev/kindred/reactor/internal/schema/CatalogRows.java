package dev.kindred.reactor.internal.schema;

import dev.kindred.internal.render.CatalogQueries.KeyColumns;
import dev.kindred.internal.render.TypedReference;
import dev.kindred.internal.render.TypedReference.WrongRows;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.verify.Catalog.CatalogColumn;
import dev.kindred.internal.verify.Catalog.CatalogKey;
import dev.kindred.internal.verify.Catalog.ChainedType;
import dev.kindred.internal.verify.Catalog.KeyKind;
import dev.kindred.internal.verify.Catalog.Target;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the results of {@link dev.kindred.internal.render.CatalogQueries}. */
final class CatalogRows {

    private CatalogRows() {}

    static CatalogColumn column(Readable row) {
        @Nullable String name = row.get("name", String.class);
        int table = value(row, "ordinal", Integer.class);
        String kind = value(row, "kind", String.class);
        return name == null
                ? new CatalogColumn(table, kind, null, "", List.of(), 0, false, false)
                : new CatalogColumn(
                        table,
                        kind,
                        name,
                        value(row, "type", String.class),
                        chain(row),
                        value(row, "modifier", Integer.class),
                        value(row, "not_null", Boolean.class),
                        value(row, "filled", Boolean.class));
    }

    private static List<ChainedType> chain(Readable row) {
        String[] schemas = value(row, "schemas", String[].class);
        String[] names = value(row, "names", String[].class);
        String[] inArray = value(row, "in_array", String[].class);
        List<ChainedType> chain = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            chain.add(new ChainedType(schemas[i], names[i], Boolean.parseBoolean(inArray[i])));
        }
        return List.copyOf(chain);
    }

    static CatalogKey key(Readable row) {
        return new CatalogKey(
                value(row, "ordinal", Integer.class),
                value(row, "name", String.class),
                KeyKind.valueOf(value(row, "kind", String.class)),
                List.of(value(row, "columns", String[].class)),
                target(row),
                row.get("while_null", String.class));
    }

    private static @Nullable Target target(Readable row) {
        @Nullable String name = row.get("target_name", String.class);
        return name == null
                ? null
                : new Target(
                        new TableName(value(row, "target_schema", String.class), name),
                        value(row, "target_visible", Boolean.class),
                        List.of(value(row, "target_columns", String[].class)),
                        value(row, "action", String.class));
    }

    static Map.Entry<KeyColumns, Long> shared(Readable row, List<KeyColumns> groups) {
        return Map.entry(groups.get(value(row, "ordinal", Integer.class)), value(row, "keys", Long.class));
    }

    static WrongRows wrong(Readable row, List<TypedReference> references) {
        return new WrongRows(
                references.get(value(row, "ordinal", Integer.class)),
                value(row, "type", String.class),
                value(row, "rows", Long.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Checks.notNull(row.get(column, type), column);
    }
}
