package dev.kindred.internal.verify;

import dev.kindred.type.TableName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database has. Tables and enum types go by their position, counted from one, among those that were asked for.
 *
 * @param columns the columns; a table without any has one entry without a name
 * @param keys indexes, foreign keys, checks and enum types
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

    /** Tells whether it is a table, which can have keys, and not a view. */
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

    /** Returns {@code name} when no key of the table has it, else one like it. */
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

    /** What a key does. */
    public enum KeyKind {
        PRIMARY,
        UNIQUE,
        /** A unique index that is not part of a constraint. */
        UNIQUE_INDEX,
        /** A unique index of the rows in which one column is null. */
        LIVE,
        INDEX,
        /** An index of some rows, of expressions, or one that was not built to its end. */
        OTHER,
        FOREIGN,
        CHECK,
        TYPE
    }

    /**
     * A column.
     *
     * @param table its table
     * @param kind the letter for what the table is: a table, a view, ...
     * @param name the name, or null when the table has no column
     * @param type the type, for people
     * @param chain its type, and what that stands on
     * @param modifier the number that holds its length, or precision and scale
     * @param notNull whether it takes no null
     * @param filled whether it gets a value when an insert leaves it out
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
     * The type of a column, what it is a domain over, or the type of its elements.
     *
     * @param inArray whether it is that of the elements
     */
    public record ChainedType(String schema, String name, boolean inArray) {}

    /**
     * An index, a constraint or an enum type.
     *
     * @param owner its table, or the enum type itself
     * @param columns its columns, or the labels of an enum type; none of another type
     * @param target where it points, or null
     * @param whileNull the column that is null in the rows of the index, or null for one of all rows
     */
    public record CatalogKey(
            int owner,
            String name,
            KeyKind kind,
            List<String> columns,
            @Nullable Target target,
            @Nullable String whileNull) {}

    /**
     * Where a foreign key points.
     *
     * @param visible whether the search path finds the table
     * @param action the letter for what a delete does
     */
    public record Target(TableName table, boolean visible, List<String> columns, String action) {}
}
