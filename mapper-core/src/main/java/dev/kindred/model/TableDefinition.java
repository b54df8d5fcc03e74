package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the table of an entity besides its columns. Immutable and thread-safe.
 *
 * @param name where it stands
 * @param comment what it is for, or null
 */
public record TableDefinition(TableName name, @Nullable String comment) {

    public TableDefinition {
        Checks.notNull(name, "name");
    }
}
