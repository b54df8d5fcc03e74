package dev.kindred.internal.verify;

import dev.kindred.internal.render.CatalogQueries.KeyColumns;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.render.TypedReference;
import dev.kindred.internal.render.TypedReference.WrongRows;
import dev.kindred.internal.schema.EntityTable;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.EnumType;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.internal.verify.Catalog.CatalogKey;
import dev.kindred.internal.verify.Catalog.KeyKind;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds all differences between a schema and a catalog, in the order in which they can be fixed. */
public final class Verification {

    private final Schema schema;
    private final Renderer renderer;

    /** Creates a verification of {@code schema}; {@code renderer} renders the remedies. */
    public Verification(Schema schema, Renderer renderer) {
        this.schema = schema;
        this.renderer = renderer;
    }

    /** Returns the tables to look up in the catalog. */
    public List<TableName> tables() {
        return Nodes.of(schema).entities().stream()
                .map(entity -> entity.table().name())
                .toList();
    }

    /** Returns the enum types to look up in the catalog. */
    public List<TableName> enumTypes() {
        return Nodes.of(schema).enumTypes().stream().map(Verification::nameOf).toList();
    }

    /** Returns the keys for which no constraint prevents duplicates, so that shared keys must be counted. */
    public List<KeyColumns> unguardedKeys(Catalog catalog) {
        return comparisons(catalog).stream()
                .flatMap(comparison -> comparison.unguardedKeys().stream())
                .toList();
    }

    /** Returns the relations whose rows may have no target, because no foreign key prevents it. */
    public List<TypedReference> typedReferences(Catalog catalog) {
        return new TypedReferences(Nodes.of(schema).entities(), catalog).all();
    }

    /**
     * Returns the differences.
     *
     * @param shared each of {@link #unguardedKeys} with its number of shared keys
     * @param wrong the rows of {@link #typedReferences} without a target
     */
    public SchemaReport report(Catalog catalog, Map<KeyColumns, Long> shared, List<WrongRows> wrong) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < Nodes.of(schema).enumTypes().size(); i++) {
            findings.addAll(enumType(Nodes.of(schema).enumTypes().get(i), catalog.keysOf(i + 1, KeyKind.TYPE)));
        }
        List<TableComparison> comparisons = comparisons(catalog);
        comparisons.forEach(comparison -> findings.addAll(comparison.findings(shared)));
        comparisons.forEach(comparison -> findings.addAll(comparison.foreignKeys()));
        wrong.forEach(rows -> findings.add(TypedReferences.finding(rows)));
        return SchemaReport.of(findings);
    }

    private List<TableComparison> comparisons(Catalog catalog) {
        List<TableComparison> comparisons = new ArrayList<>();
        for (EntityTable entity : Nodes.of(schema).entities()) {
            comparisons.add(new TableComparison(schema, entity, catalog, comparisons.size() + 1, renderer));
        }
        return comparisons;
    }

    private List<Finding> enumType(EnumType type, List<CatalogKey> found) {
        Place place = new Place(nameOf(type), List.of(), "enum");
        if (found.isEmpty()) {
            return List.of(Difference.missingType(place, remedy(new SchemaStatement.CreateEnum(type))));
        }
        List<String> labels = found.get(0).columns();
        List<Finding> findings = new ArrayList<>();
        for (String label : type.labels()) {
            // a type without labels is not an enum, for example a domain over text
            if (!labels.isEmpty() && !labels.contains(label)) {
                SchemaStatement remedy = new SchemaStatement.AddEnumLabel(type.name(), label);
                findings.add(Difference.missingLabel(place, label, remedy(remedy)));
            }
        }
        return findings;
    }

    private List<String> remedy(SchemaStatement statement) {
        return List.of(renderer.render(statement).text());
    }

    private static TableName nameOf(EnumType type) {
        String name = type.name().name();
        int dot = name.indexOf('.');
        return dot < 0 ? TableName.of(name) : new TableName(name.substring(0, dot), name.substring(dot + 1));
    }
}
