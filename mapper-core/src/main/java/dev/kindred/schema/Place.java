package dev.kindred.schema;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import java.util.List;

/**
 * The place of a finding. Immutable and thread-safe.
 *
 * @param table the table or type
 * @param columns the affected columns, in order; empty for the whole table
 * @param member the entity or its member, such as {@code User.profile}
 */
public record Place(TableName table, List<String> columns, String member) {

    public Place {
        Checks.notNull(table, "table");
        columns = Checks.noNulls(columns, "columns");
        Checks.notNull(member, "member");
    }

    @Override
    public String toString() {
        String of = columns.isEmpty() ? "" : "." + (columns.size() == 1 ? columns.get(0) : columns);
        return table + of + " (" + member + ")";
    }
}
