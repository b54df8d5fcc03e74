package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity. Immutable and thread-safe.
 *
 * @param name the name of the table
 * @param comment the comment of the table, or null
 */
public record TableDefinition(TableName name, @Nullable String comment) {

    public TableDefinition {
        Checks.notNull(name, "name");
    }
}
