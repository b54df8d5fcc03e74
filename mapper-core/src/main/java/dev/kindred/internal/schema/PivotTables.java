package dev.kindred.internal.schema;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pivot tables without an entity that the relations of some entities need. Both sides need the same table. */
final class PivotTables {

    private final Map<TableName, Pivot> pivots = new LinkedHashMap<>();

    /**
     * A pivot table.
     *
     * @param relation the relation that was found first
     * @param model the model of the table
     */
    record Pivot(Relation<?, ?> relation, EntityModel<?> model) {

        /** Returns the relation, for messages. */
        String origin() {
            return relation.toString();
        }
    }

    private PivotTables() {}

    /**
     * Returns the pivot tables of {@code models} by name.
     *
     * @throws MappingException if an entity has such a table, or if two relations need other columns of it
     */
    static Map<TableName, Pivot> of(List<EntityModel<?>> models) {
        PivotTables found = new PivotTables();
        models.forEach(model -> model.relations().forEach(found::add));
        for (EntityModel<?> model : models) {
            Pivot pivot = found.pivots.get(Nodes.of(model).table());
            if (pivot != null) {
                throw new MappingException(pivot.origin() + " has the pivot table " + model.table() + ", which is the"
                        + " table of " + model.name() + ". Use @ManyToMany(through = \"..\") with a @HasMany member"
                        + " of " + model.name() + ".");
            }
        }
        return found.pivots;
    }

    private void add(Relation<?, ?> relation) {
        relation.pivotModel().filter(PivotTables::hasNoEntity).ifPresent(model -> {
            Pivot pivot = new Pivot(relation, model);
            Pivot other = pivots.putIfAbsent(Nodes.of(model).table(), pivot);
            if (other != null && !areSame(other.model(), model)) {
                throw new MappingException(other.origin() + " and " + relation + " have the same pivot table, "
                        + model.table() + ", with different columns, " + columns(other.model()) + " and "
                        + columns(model) + ". Name the same columns with sourceColumns and targetColumns.");
            }
        });
    }

    /** The model of an entity is the one that its class has. */
    static boolean hasNoEntity(EntityModel<?> pivot) {
        return !pivot.equals(EntityModel.of(pivot.type()));
    }

    private static boolean areSame(EntityModel<?> one, EntityModel<?> other) {
        return Set.copyOf(Nodes.of(one).references())
                .equals(Set.copyOf(Nodes.of(other).references()));
    }

    private static List<String> columns(EntityModel<?> model) {
        List<String> names = new ArrayList<>();
        Nodes.of(model).references().forEach(column -> names.add(column.name()));
        return names;
    }
}
