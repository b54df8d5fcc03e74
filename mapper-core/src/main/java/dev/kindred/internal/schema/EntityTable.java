package dev.kindred.internal.schema;

import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityModel;
import java.util.List;
import java.util.Map;

/**
 * The table that an entity needs. Immutable and thread-safe.
 *
 * @param model the entity
 * @param table its table, whose columns are in the order of {@link EntityModel#columns()}
 * @param origins for the names of constraints and indexes, the members that ask for them, as {@code User.profile}
 * @param gaps what keeps the table from being created, each with its remedy; empty when it can be
 */
public record EntityTable(EntityModel<?> model, Table table, Map<String, String> origins, List<String> gaps) {

    public EntityTable {
        Checks.notNull(model, "model");
        Checks.notNull(table, "table");
        origins = Map.copyOf(Checks.notNull(origins, "origins"));
        gaps = Checks.noNulls(gaps, "gaps");
    }
}
