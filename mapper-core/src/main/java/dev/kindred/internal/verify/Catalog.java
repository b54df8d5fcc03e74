package dev.kindred.internal.verify;

import dev.kindred.internal.sql.TableName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The catalog data of a database. Tables and enum types are identified by their position in the request, starting at
 * one.
 *
 * @param columns the columns; a table without columns has one entry without a name
 * @param keys the indexes, foreign keys, checks and enum types
 */
public record Catalog(List<CatalogColumn> columns, List<CatalogKey> keys) {

    private static final int MAX_BYTES = 63;

    public Catalog {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    boolean hasTable(int table) {
        return columns.stream().anyMatch(column -> column.table() == table);
    }

    /** Returns whether it is a table, which can have keys, and not a view. */
    boolean isTable(int table) {
        return columns.stream()
                .anyMatch(column -> column.table() == table && column.kind().matches("[rp]"));
    }

    Map<String, CatalogColumn> columnsOf(int table) {
        Map<String, CatalogColumn> byName = new HashMap<>();
        for (CatalogColumn column : columns) {
            if (column.table() == table && column.name() != null) {
                byName.put(column.name(), column);
            }
        }
        return byName;
    }

    List<CatalogKey> keysOf(int owner, KeyKind... kinds) {
        return keys.stream()
                .filter(key -> key.owner() == owner && List.of(kinds).contains(key.kind()))
                .toList();
    }

    /** Returns {@code name}, or a variant of it if a key of the table already has this name. */
    String unusedName(int table, String name) {
        Set<String> used = new HashSet<>();
        keys.stream()
                .filter(key -> key.owner() == table && key.kind() != KeyKind.TYPE)
                .forEach(key -> used.add(key.name()));
        String unused = name;
        for (int number = 1; used.contains(unused); number++) {
            unused = cut(name, MAX_BYTES - 1 - String.valueOf(number).length()) + "_" + number;
        }
        return unused;
    }

    private static String cut(String name, int maxBytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    /** The kind of a key. */
    public enum KeyKind {
        PRIMARY,
        UNIQUE,
        /** A unique index that does not belong to a constraint. */
        UNIQUE_INDEX,
        /** A partial unique index whose condition is {@code column IS NULL}. */
        LIVE,
        INDEX,
        /** Another partial index, an index on expressions, or an invalid index. */
        OTHER,
        FOREIGN,
        CHECK,
        TYPE
    }

    /**
     * A column.
     *
     * @param table the position of its table
     * @param kind the letter of the relation kind: a table, a view, ...
     * @param name the name, or null if the table has no columns
     * @param type the type, for messages
     * @param chain the type and its base types
     * @param modifier the type modifier, which encodes the length, or precision and scale
     * @param notNull whether the column is NOT NULL
     * @param filled whether an insert that omits the column stores a value
     */
    public record CatalogColumn(
            int table,
            String kind,
            @Nullable String name,
            String type,
            List<ChainedType> chain,
            int modifier,
            boolean notNull,
            boolean filled) {}

    /**
     * The type of a column, the base type of its domain, or the type of its elements.
     *
     * @param inArray whether it is the type of the elements
     */
    public record ChainedType(String schema, String name, boolean inArray) {}

    /**
     * An index, a constraint or an enum type.
     *
     * @param owner the position of its table, or of the enum type itself
     * @param columns the columns, or the labels of an enum type; empty for a type that is not an enum
     * @param target the target of a foreign key, or null
     * @param whileNull the column that is null in all rows of a partial index, or null for an index on all rows
     */
    public record CatalogKey(
            int owner,
            String name,
            KeyKind kind,
            List<String> columns,
            @Nullable Target target,
            @Nullable String whileNull) {}

    /**
     * The target of a foreign key.
     *
     * @param visible whether the search path resolves the table
     * @param action the letter of the ON DELETE action
     */
    public record Target(TableName table, boolean visible, List<String> columns, String action) {}
}
