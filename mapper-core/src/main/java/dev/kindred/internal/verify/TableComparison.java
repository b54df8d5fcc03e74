package dev.kindred.internal.verify;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.render.CatalogQueries.KeyColumns;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.schema.EntityTable;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.ddl.Constraint;
import dev.kindred.internal.sql.ddl.Constraint.Check;
import dev.kindred.internal.sql.ddl.Constraint.ExactlyOne;
import dev.kindred.internal.sql.ddl.Constraint.ForeignKey;
import dev.kindred.internal.sql.ddl.Constraint.PrimaryKey;
import dev.kindred.internal.sql.ddl.Constraint.UniqueKey;
import dev.kindred.internal.sql.ddl.Index;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.verify.Catalog.CatalogKey;
import dev.kindred.internal.verify.Catalog.KeyKind;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares one table. */
final class TableComparison {

    private final Schema schema;
    private final EntityTable entity;
    private final Table table;
    private final Catalog catalog;
    private final int position;
    private final Renderer renderer;

    TableComparison(Schema schema, EntityTable entity, Catalog catalog, int position, Renderer renderer) {
        this.schema = schema;
        this.entity = entity;
        this.table = entity.table();
        this.catalog = catalog;
        this.position = position;
        this.renderer = renderer;
    }

    /** Returns the keys with existing columns for which no constraint prevents duplicates. */
    List<KeyColumns> unguardedKeys() {
        Set<String> columns = catalog.columnsOf(position).keySet();
        Stream<KeyColumns> all = missingUniqueKeys().stream().map(key -> keyOf(key.columns(), null));
        Stream<KeyColumns> live = liveKeys().stream()
                .filter(key -> key.isMissing() && !key.isGuarded() && columns.contains(key.whileNull()))
                .map(key -> keyOf(key.columns(), key.whileNull()));
        return Stream.concat(all, live)
                .filter(key -> columns.containsAll(key.columns()))
                .toList();
    }

    private KeyColumns keyOf(List<String> columns, @Nullable String whileNull) {
        return new KeyColumns(table.name(), columns, whileNull);
    }

    private List<LiveKeyComparison> liveKeys() {
        return catalog.isTable(position)
                ? table.indexes().stream()
                        .filter(index -> index.uniqueWhileNull() != null)
                        .map(index -> new LiveKeyComparison(index, catalog, position))
                        .toList()
                : List.of();
    }

    /** Returns all differences except those of foreign keys, which are fixed after all tables. */
    List<Finding> findings(Map<KeyColumns, Long> shared) {
        if (!catalog.hasTable(position)) {
            return List.of(Difference.missingTable(
                    place(List.of(), entity.member()), remedy(Nodes.of(schema).createStatements(entity))));
        }
        List<Finding> findings = new ArrayList<>();
        List<Constraint> constraints = table.constraints();
        findings.addAll(
                new ColumnComparison(entity, catalog.columnsOf(position), this::remedy, catalog.isTable(position))
                        .findings());
        if (catalog.isTable(position)) {
            constraints.stream().filter(PrimaryKey.class::isInstance).forEach(key -> findings.addAll(primaryKey(key)));
            missingUniqueKeys().forEach(key -> findings.addAll(uniqueKey(key, shared)));
            liveKeys().forEach(key -> findings.addAll(liveKey(key, shared)));
            table.indexes().stream()
                    .filter(index -> index.uniqueWhileNull() == null && !isIndexed(index))
                    .forEach(index -> findings.add(missing(index)));
            table.constraints(Check.class).stream()
                    .filter(check -> !isChecked(check))
                    .forEach(check -> findings.add(
                            Difference.missingCheck(place(check), "CHECK (" + check.sql() + ")", added(check))));
            table.constraints(ExactlyOne.class).stream()
                    .filter(check -> !isChecked(check))
                    .forEach(check -> findings.add(Difference.missingCheck(
                            place(check), "a check that exactly one of the columns is not null", added(check))));
        }
        return findings;
    }

    /** Returns the differences of foreign keys. */
    List<Finding> foreignKeys() {
        boolean isThere = catalog.hasTable(position);
        if (isThere && !catalog.isTable(position)) {
            return List.of();
        }
        List<ForeignKey> keys =
                isThere ? table.constraints(ForeignKey.class) : Nodes.of(schema).late(entity);
        List<CatalogKey> present = catalog.keysOf(position, KeyKind.FOREIGN);
        List<CatalogKey> strangers = present.stream()
                .filter(found -> keys.stream().noneMatch(key -> ForeignKeyComparison.isSame(key, found)))
                .toList();
        return keys.stream()
                .flatMap(key ->
                        new ForeignKeyComparison(key, place(key), this::replaced).with(present, strangers).stream())
                .toList();
    }

    private List<String> replaced(ForeignKey key, List<String> others) {
        List<SchemaStatement> statements = new ArrayList<>();
        others.forEach(other -> statements.add(new SchemaStatement.DropConstraint(table.name(), other)));
        statements.add(new SchemaStatement.AddConstraint(table.name(), key));
        return remedy(statements);
    }

    private List<UniqueKey> missingUniqueKeys() {
        if (!catalog.isTable(position)) {
            return List.of();
        }
        List<Set<String>> present =
                catalog.keysOf(position, KeyKind.PRIMARY, KeyKind.UNIQUE, KeyKind.UNIQUE_INDEX).stream()
                        .map(key -> Set.copyOf(key.columns()))
                        .toList();
        return table.constraints(UniqueKey.class).stream()
                .filter(key -> !present.contains(Set.copyOf(key.columns())))
                .toList();
    }

    private List<Finding> primaryKey(Constraint expected) {
        List<CatalogKey> present = catalog.keysOf(position, KeyKind.PRIMARY);
        Place place = place(expected.columns(), entity.member());
        if (present.isEmpty()) {
            return List.of(Difference.missingPrimaryKey(place, "none", added(expected)));
        }
        List<String> columns = present.get(0).columns();
        return Set.copyOf(columns).equals(Set.copyOf(expected.columns()))
                ? List.of()
                : List.of(Difference.missingPrimaryKey(place, "one of " + columns, List.of()));
    }

    private List<Finding> uniqueKey(UniqueKey key, Map<KeyColumns, Long> shared) {
        List<Finding> findings = new ArrayList<>(shared(keyOf(key.columns(), null), place(key), shared));
        UniqueKey named = new UniqueKey(catalog.unusedName(position, key.name()), key.columns());
        findings.add(Difference.missingUniqueKey(place(key), added(named)));
        return findings;
    }

    private static List<Finding> shared(KeyColumns key, Place place, Map<KeyColumns, Long> shared) {
        long count = shared.getOrDefault(key, 0L);
        return count > 0 ? List.of(Difference.sharedKey(place, count)) : List.of();
    }

    private List<Finding> liveKey(LiveKeyComparison key, Map<KeyColumns, Long> shared) {
        if (!key.isMissing() && !key.isGuarded()) {
            return List.of();
        }
        Place place = place(key.columns(), origin(key.name()));
        List<Finding> findings = new ArrayList<>(shared(keyOf(key.columns(), key.whileNull()), place, shared));
        findings.add(Difference.missingLiveKey(place, key.found(), remedy(key.remedy(table.name()))));
        return findings;
    }

    /** An index on the rows that are not soft-deleted is sufficient for the reads of a relation. */
    private boolean isIndexed(Index index) {
        return catalog
                .keysOf(position, KeyKind.PRIMARY, KeyKind.UNIQUE, KeyKind.UNIQUE_INDEX, KeyKind.LIVE, KeyKind.INDEX)
                .stream()
                .filter(key -> key.kind() != KeyKind.LIVE || Objects.equals(key.whileNull(), softDelete()))
                .anyMatch(key -> index.isServedBy(key.columns()));
    }

    private boolean isChecked(Check check) {
        return catalog.keysOf(position, KeyKind.CHECK).stream()
                .anyMatch(key ->
                        key.columns().contains(check.column()) || key.name().equals(check.name()));
    }

    private boolean isChecked(ExactlyOne check) {
        return catalog.keysOf(position, KeyKind.CHECK).stream()
                .anyMatch(key -> Set.copyOf(key.columns()).equals(Set.copyOf(check.columns()))
                        || key.name().equals(check.name()));
    }

    private @Nullable String softDelete() {
        return entity.model()
                .softDelete()
                .map(column -> Columns.reference(column).name())
                .orElse(null);
    }

    private Finding missing(Index index) {
        Index named = new Index(catalog.unusedName(position, index.name()), index.columns(), index.sorted());
        return Difference.missingIndex(
                place(index.all(), origin(index.name())),
                remedy(List.of(new SchemaStatement.CreateIndex(table.name(), named))));
    }

    private Place place(Constraint constraint) {
        return place(constraint.columns(), origin(constraint.name()));
    }

    private Place place(List<String> columns, String member) {
        return new Place(table.name(), columns, member);
    }

    private String origin(String name) {
        return entity.origins().getOrDefault(name, entity.member());
    }

    private List<String> added(Constraint constraint) {
        return remedy(List.of(new SchemaStatement.AddConstraint(table.name(), constraint)));
    }

    private List<String> remedy(List<SchemaStatement> statements) {
        return statements.stream()
                .map(statement -> renderer.render(statement).text())
                .toList();
    }
}
