package dev.kindred.internal.verify;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.render.TypedReference;
import dev.kindred.internal.render.TypedReference.Target;
import dev.kindred.internal.render.TypedReference.WrongRows;
import dev.kindred.internal.schema.EntityTable;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OneOfParts;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.schema.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the relations whose rows must be counted, because the database does not check their references. */
final class TypedReferences {

    private final Map<TableName, Set<String>> existing = new HashMap<>();
    private final List<EntityTable> entities;

    /** Compares the tables of {@code entities} that {@code catalog} has. */
    TypedReferences(List<EntityTable> entities, Catalog catalog) {
        this.entities = entities;
        for (int i = 0; i < entities.size(); i++) {
            existing.put(
                    entities.get(i).table().name(), catalog.columnsOf(i + 1).keySet());
        }
    }

    /** Returns the relations whose columns exist. */
    List<TypedReference> all() {
        List<TypedReference> all = new ArrayList<>();
        for (EntityTable entity : entities) {
            for (OneOfParts oneOf : Nodes.of(entity.model()).oneOfs()) {
                List<String> columns =
                        oneOf.columns().stream().map(ColumnReference::name).toList();
                TableName table = entity.table().name();
                if (oneOf.type() != null && has(table, columns)) {
                    all.add(new TypedReference(
                            table, columns.get(0), columns.get(1), oneOf.relation(), targets(entity, oneOf)));
                }
            }
        }
        return all;
    }

    private List<Target> targets(EntityTable entity, OneOfParts oneOf) {
        List<Target> targets = new ArrayList<>();
        for (Relation<?, ?> relation : entity.model().relations()) {
            if (Nodes.of(relation).holdsForeignKey()
                    && Columns.references(relation.sourceKey()).equals(oneOf.columns())) {
                List<? extends EntityColumn<?, ?>> key = relation.targetKey();
                String name =
                        Objects.requireNonNull(Columns.reference(key.get(0)).constant());
                String id = Columns.reference(key.get(1)).name();
                TableName table = Nodes.of(relation.related()).table();
                targets.add(new Target(name, has(table, List.of(id)) ? table : null, id));
            }
        }
        return targets;
    }

    private boolean has(TableName table, List<String> columns) {
        return existing.getOrDefault(table, Set.of()).containsAll(columns);
    }

    /** Returns the finding about {@code wrong}. */
    static Finding finding(WrongRows wrong) {
        TypedReference reference = wrong.reference();
        Place place = new Place(reference.table(), List.of(reference.type(), reference.key()), reference.relation());
        Target target = wrong.target();
        return target == null
                ? Difference.unknownType(
                        place,
                        reference.targets().stream().map(Target::name).sorted().toList(),
                        wrong)
                : Difference.orphanedRows(place, target, wrong);
    }
}
