package dev.kindred.internal.verify;

import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * The place of a difference. Immutable and thread-safe.
 *
 * @param table the table or type
 * @param columns its columns, in their order; empty for the whole table
 * @param member the entity or its member, such as {@code User.profile}
 */
record Place(TableName table, List<String> columns, String member) {

    Place {
        columns = Checks.noNulls(columns, "columns");
    }
}
