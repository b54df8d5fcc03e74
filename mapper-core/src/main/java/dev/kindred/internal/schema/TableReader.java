package dev.kindred.internal.schema;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.schema.References.Order;
import dev.kindred.internal.schema.References.Path;
import dev.kindred.internal.schema.References.Reference;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OneOfParts;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.Constraint;
import dev.kindred.internal.sql.ddl.Index;
import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.sql.ddl.TableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Derives the table that one entity needs. */
final class TableReader {

    private final EntityModel<?> model;
    private final TableName name;
    private final String member;
    private final References links;
    private final List<Reference> references;
    private final SchemaNames names;
    private final List<String> primaryKey;
    private final Map<String, String> origins = new HashMap<>();

    /** Reads the table of {@code model}. Its member is the name of the entity or the relation of a pivot table. */
    TableReader(EntityModel<?> model, String member, References references, SchemaNames names) {
        this.model = model;
        this.member = member;
        this.name = Nodes.of(model).table();
        this.links = references;
        this.references = references.all();
        this.names = names;
        List<String> id = model.id().stream().map(TableReader::nameOf).toList();
        this.primaryKey = id.isEmpty() ? id : ofTenant(id);
    }

    EntityTable read() {
        List<TableColumn> columns = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        for (EntityColumn<?, ?> column : model.columns()) {
            ColumnSchemaReader reader = new ColumnSchemaReader(column);
            columns.add(reader.read());
            reader.gap().ifPresent(gaps::add);
        }
        Map<List<String>, String> unique = uniqueKeys();
        Map<List<String>, String> live = liveKeys(unique.keySet());
        List<Constraint> constraints = new ArrayList<>();
        if (!primaryKey.isEmpty()) {
            constraints.add(new Constraint.PrimaryKey(names.name(name, List.of(), "pkey"), primaryKey));
        }
        unique.forEach((key, origin) ->
                constraints.add(new Constraint.UniqueKey(named(names.name(name, key, "key"), origin), key)));
        own().forEach(reference -> constraints.add(foreignKey(reference)));
        constraints.addAll(checks());
        List<Index> indexes = new ArrayList<>();
        live.forEach((key, origin) ->
                indexes.add(new Index(named(names.name(name, key, "key"), origin), key, List.of(), softDelete())));
        indexes.addAll(indexes(List.copyOf(unique.keySet())));
        Table table = new Table(name, columns, constraints, indexes, model.comment());
        own().stream()
                .filter(reference -> setsNullWhereNoneIsTaken(reference, columns))
                .forEach(reference -> gaps.add(reference.origin() + " has onDelete SET_NULL, but a column of "
                        + reference.path().columns() + " of " + name
                        + " is not nullable; mark its member @Nullable, or use another onDelete."));
        return new EntityTable(model, member, table, origins, gaps);
    }

    private static boolean setsNullWhereNoneIsTaken(Reference reference, List<TableColumn> columns) {
        return reference.onDelete() == OnDelete.SET_NULL
                && columns.stream()
                        .anyMatch(column ->
                                column.notNull() && reference.path().columns().contains(column.name()));
    }

    private String named(String constraint, String origin) {
        origins.put(constraint, origin);
        return constraint;
    }

    private List<Reference> own() {
        return references.stream()
                .filter(reference -> reference.path().table().equals(name))
                .toList();
    }

    /**
     * Returns the columns that must be unique: those marked as unique, the foreign keys of {@code @HasOne} relations,
     * the columns that foreign keys reference, and the pairs of many-to-many relations.
     */
    private Map<List<String>, String> uniqueKeys() {
        Map<List<String>, String> keys = new LinkedHashMap<>();
        for (EntityColumn<?, ?> column : model.columns()) {
            if (Nodes.of(column).is(ColumnTrait.UNIQUE)) {
                keys.put(ofTenant(List.of(nameOf(column))), column.toString());
            }
        }
        for (Reference reference : references) {
            Path path = reference.path();
            String origin = reference.rows().unique();
            if (path.table().equals(name) && origin != null && softDelete() == null) {
                keys.putIfAbsent(ofTenant(path.columns()), origin);
            }
            if (path.target().equals(name)) {
                keys.putIfAbsent(ofTenant(inOrder(path.targetColumns())), reference.origin());
            }
        }
        if (softDelete() == null) {
            links.pairsOf(name).forEach((columns, origin) -> keys.putIfAbsent(ofTenant(columns), origin));
        }
        keys.keySet().removeIf(this::isPrimaryKey);
        return keys;
    }

    /**
     * Returns the columns that must be unique among the rows that are not marked as deleted. A new row can replace a
     * row that is marked as deleted.
     */
    private Map<List<String>, String> liveKeys(Set<List<String>> unique) {
        Map<List<String>, String> keys = new LinkedHashMap<>();
        for (Reference reference : own()) {
            List<String> columns = ofTenant(reference.path().columns());
            String origin = reference.rows().unique();
            if (origin != null && softDelete() != null && !unique.contains(columns) && !isPrimaryKey(columns)) {
                keys.putIfAbsent(columns, origin);
            }
        }
        links.pairsOf(name).forEach((pair, origin) -> {
            List<String> columns = ofTenant(pair);
            if (softDelete() != null && !unique.contains(columns) && !isPrimaryKey(columns)) {
                keys.putIfAbsent(columns, origin);
            }
        });
        return keys;
    }

    /** Returns {@code columns} after the tenant, because each statement has an equality on it. */
    private List<String> ofTenant(List<String> columns) {
        @Nullable ColumnReference tenant = name.tenant();
        return tenant == null || columns.contains(tenant.name())
                ? columns
                : Stream.concat(Stream.of(tenant.name()), columns.stream()).toList();
    }

    private boolean isPrimaryKey(List<String> columns) {
        return Set.copyOf(columns).equals(Set.copyOf(primaryKey));
    }

    private @Nullable String softDelete() {
        return model.softDelete().map(TableReader::nameOf).orElse(null);
    }

    private List<String> inOrder(List<String> columns) {
        return model.columns().stream()
                .map(TableReader::nameOf)
                .filter(columns::contains)
                .toList();
    }

    private Constraint foreignKey(Reference reference) {
        Path path = reference.path();
        String constraint = named(names.name(name, path.columns(), "fkey"), reference.origin());
        return new Constraint.ForeignKey(
                constraint, path.columns(), path.target(), path.targetColumns(), onDelete(reference));
    }

    /** The pairs of a pivot table without an entity end with each of their rows, unless the relation says otherwise. */
    private @Nullable OnDelete onDelete(Reference reference) {
        return reference.onDelete() == null && PivotTables.hasNoEntity(model) ? OnDelete.CASCADE : reference.onDelete();
    }

    private List<Constraint> checks() {
        List<Constraint> checks = new ArrayList<>();
        for (EntityColumn<?, ?> column : model.columns()) {
            String check = Nodes.of(column).storage().check();
            if (check != null) {
                String constraint = names.name(name, List.of(nameOf(column)), "check");
                checks.add(new Constraint.Check(named(constraint, column.toString()), nameOf(column), check));
            }
        }
        for (OneOfParts oneOf : Nodes.of(model).oneOfs()) {
            if (oneOf.type() == null) {
                List<String> keys =
                        oneOf.keys().stream().map(ColumnReference::name).toList();
                checks.add(new Constraint.ExactlyOne(named(names.name(name, keys, "check"), oneOf.relation()), keys));
            }
        }
        return checks;
    }

    /**
     * Returns the indexes of foreign keys that no key begins with, and those of foreign keys with an order. Preloads
     * use them, and so do deletes of the referenced rows.
     */
    private List<Index> indexes(List<List<String>> unique) {
        List<List<String>> there = new ArrayList<>(unique);
        there.add(primaryKey);
        List<Index> indexes = new ArrayList<>();
        List<Reference> read = new ArrayList<>(own());
        read.addAll(links.typedOf(name));
        for (Reference reference : read) {
            for (Order order : reference.orders()) {
                addIndex(indexes, there, reference, order);
            }
        }
        for (Reference reference : read) {
            addIndex(indexes, there, reference, new Order(List.of(), reference.origin()));
        }
        return indexes;
    }

    private void addIndex(List<Index> indexes, List<List<String>> there, Reference reference, Order order) {
        List<String> columns = ofTenant(reference.path().columns());
        List<String> sorted = order.columns().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        Index index = new Index("new", columns, sorted);
        if (there.stream().noneMatch(key -> index.isServedBy(key))) {
            there.add(index.all());
            String named = named(names.name(name, index.all(), "idx"), order.origin());
            indexes.add(new Index(named, columns, sorted));
        }
    }

    private static String nameOf(EntityColumn<?, ?> column) {
        return Nodes.of(column).name().column();
    }
}
