package dev.kindred.internal.schema;

import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityModel;
import java.util.List;
import java.util.Map;

/**
 * The table that an entity needs. Immutable and thread-safe.
 *
 * @param model the entity, or the model of a pivot table
 * @param member the name of the entity, or the relation of a pivot table
 * @param table its table, with the columns in the order of {@link EntityModel#columns()}
 * @param origins the members that declare the constraints and indexes, such as {@code User.profile}, by the names of
 *     those
 * @param gaps the reasons why the table cannot be created, each with its remedy; empty if it can be created
 */
public record EntityTable(
        EntityModel<?> model, String member, Table table, Map<String, String> origins, List<String> gaps) {

    public EntityTable {
        Checks.notNull(model, "model");
        Checks.notNull(member, "member");
        Checks.notNull(table, "table");
        origins = Map.copyOf(Checks.notNull(origins, "origins"));
        gaps = Checks.noNulls(gaps, "gaps");
    }
}
