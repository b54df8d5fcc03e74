package dev.kindred.model;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.RelationDefinition.RelationKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A way over the pairs of a table that no entity has.
 *
 * @param table the table
 * @param sourceColumns its columns that reference the entity, in the order of the key of the entity
 * @param targetColumns its columns that reference the related entity, in the order of its key
 */
record PivotPath<E, R>(
        Supplier<EntityModel<R>> model,
        RelationKeys<E, R> keys,
        TableName table,
        List<String> sourceColumns,
        List<String> targetColumns)
        implements RelationPath<E, R> {

    @Override
    public EntityModel<R> related() {
        return model.get();
    }

    @Override
    public List<EntityColumn<E, ?>> source() {
        return keys.source();
    }

    @Override
    public List<EntityColumn<R, ?>> target() {
        return keys.target();
    }

    @Override
    public List<Hop> hops(Set<Relation<?, ?>> lifted) {
        List<ColumnReference> source = RelationPath.references(source());
        List<ColumnReference> target = RelationPath.references(target());
        return List.of(
                new Hop(table, Correlation.all(likewise(sourceColumns, source), source)),
                new Hop(Nodes.of(related()).table(), Correlation.all(target, likewise(targetColumns, target))));
    }

    /** A column that references another one has its type. */
    private static List<ColumnReference> likewise(List<String> names, List<ColumnReference> referenced) {
        List<ColumnReference> columns = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            columns.add(new ColumnReference(names.get(i), referenced.get(i).type()));
        }
        return columns;
    }

    @Override
    public RelatedRows<R> rows(Set<Relation<?, ?>> lifted) {
        return RelatedRows.of(related());
    }

    @Override
    public List<Relation<?, ?>> steps() {
        return List.of();
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    /** The pair is the primary key of the table. The table is not checked here, so a row counts once in any case. */
    @Override
    public boolean mayRepeat() {
        return true;
    }
}
