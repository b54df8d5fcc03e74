package dev.kindred.internal.model;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an entity model that only Kindred uses. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param table the table
 * @param comment the comment of the table, or null
 * @param references the columns as parts of a statement, in the order of the members
 * @param instantiator creates the entities
 */
public record EntityDefinition<E>(
        TableName table, @Nullable String comment, List<ColumnReference> references, Instantiator<E> instantiator) {

    /** Checks the parts. */
    public EntityDefinition {
        Checks.notNull(table, "table");
        references = Checks.noNulls(references, "references");
        Checks.notNull(instantiator, "instantiator");
    }
}
