package dev.kindred.internal.model;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.OneOfParts;
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
 * @param oneOfs the relations to one of several types
 */
public record EntityDefinition<E>(
        TableName table,
        @Nullable String comment,
        List<ColumnReference> references,
        Instantiator<E> instantiator,
        List<OneOfParts> oneOfs) {

    /** Creates a definition without relations to one of several types. */
    public EntityDefinition(
            TableName table, @Nullable String comment, List<ColumnReference> references, Instantiator<E> instantiator) {
        this(table, comment, references, instantiator, List.of());
    }

    /** Checks the parts. */
    public EntityDefinition {
        Checks.notNull(table, "table");
        references = Checks.noNulls(references, "references");
        Checks.notNull(instantiator, "instantiator");
        oneOfs = Checks.noNulls(oneOfs, "oneOfs");
    }
}
