package dev.kindred.internal.schema;

import dev.kindred.error.MappingException;
import dev.kindred.internal.schema.PivotTables.Pivot;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.EnumType;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.type.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Derives the tables that some entities need. */
public final class SchemaReader {

    private final List<EntityModel<?>> models;

    /** Creates a reader of {@code models}, which can be in any order. */
    public SchemaReader(List<EntityModel<?>> models) {
        this.models = models.stream()
                .sorted((one, other) -> SchemaTables.BY_NAME.compare(
                        Nodes.of(one).table(), Nodes.of(other).table()))
                .toList();
    }

    /**
     * Returns the tables.
     *
     * @throws MappingException if two entities have the same table, or if the entities contradict each other
     */
    public SchemaTables read() {
        checkTables();
        Map<TableName, Pivot> pivots = PivotTables.of(models);
        References references = References.of(models);
        List<TableName> all = new ArrayList<>(pivots.keySet());
        models.forEach(model -> all.add(Nodes.of(model).table()));
        SchemaNames names = new SchemaNames(all);
        List<EntityTable> tables = new ArrayList<>();
        for (EntityModel<?> model : models) {
            tables.add(new TableReader(model, model.name(), references, names).read());
        }
        for (Pivot pivot : pivots.values()) {
            tables.add(new TableReader(pivot.model(), pivot.origin(), references, names).read());
        }
        return new SchemaTables(List.copyOf(tables), enumTypes());
    }

    private void checkTables() {
        Map<TableName, EntityModel<?>> owners = new HashMap<>();
        for (EntityModel<?> model : models) {
            EntityModel<?> other = owners.putIfAbsent(Nodes.of(model).table(), model);
            if (other != null) {
                throw new MappingException(other.name() + " and " + model.name() + " have the same table, "
                        + model.table() + ". Pass only one of them to the schema.");
            }
        }
    }

    private List<EnumType> enumTypes() {
        Map<String, EnumType> types = new TreeMap<>();
        for (EntityModel<?> model : models) {
            for (EntityColumn<?, ?> column : model.columns()) {
                List<String> labels = column.type().enumLabels();
                TypeName name = column.type().name();
                EnumType type = new EnumType(new TypeName(name.name(), name.builtIn(), false), labels);
                EnumType other = labels.isEmpty() ? null : types.putIfAbsent(name.name(), type);
                if (other != null && !other.equals(type)) {
                    throw new MappingException(
                            column + " is of the enum type " + name.name() + " with the labels " + labels
                                    + ", but another member declares it with " + other.labels()
                                    + ". Use one Java enum for both, or another type.");
                }
            }
        }
        return List.copyOf(types.values());
    }
}
