package dev.kindred.internal.schema;

import dev.kindred.internal.sql.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Names constraints and indexes as PostgreSQL does by default, for example {@code profiles_user_id_fkey}. A name that
 * is too long or in use is truncated and gets a hash of the full name, so that the result is stable.
 */
final class SchemaNames {

    private static final int MAX_BYTES = 63;
    private static final int HASH_CHARACTERS = 8;

    private final Set<List<String>> taken = new HashSet<>();

    /** Creates the names of a schema with {@code tables}. Indexes and tables share one namespace. */
    SchemaNames(Collection<TableName> tables) {
        tables.forEach(table -> taken.add(inSchema(table, table.name())));
    }

    String name(TableName table, List<String> columns, String suffix) {
        String stem = columns.isEmpty() ? table.name() : table.name() + "_" + String.join("_", columns);
        String name = stem + "_" + suffix;
        String hashed = table.name() + "\0" + String.join("\0", columns);
        while (bytes(name) > MAX_BYTES || !taken.add(inSchema(table, name))) {
            String end = "_" + hash(hashed) + "_" + suffix;
            name = cut(stem, MAX_BYTES - bytes(end)) + end;
            hashed += "\0";
        }
        return name;
    }

    private static List<String> inSchema(TableName table, String name) {
        return List.of(table.schema() == null ? "" : table.schema(), name);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text, int maxBytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > maxBytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
