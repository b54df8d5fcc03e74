package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnName;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.RelationDefinition.RelationKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way over the pairs of a table that no entity has.
 *
 * @param columns the columns of the table
 * @param pivot the model of the table
 */
record PivotPath<E, R>(
        Supplier<EntityModel<R>> model, RelationKeys<E, R> keys, Columns columns, Supplier<EntityModel<E>> pivot)
        implements RelationPath<E, R> {

    /** Creates the path of the relation {@code name}. */
    static <E, R> PivotPath<E, R> of(ColumnName<E> name, RelationPath<E, R> direct, Columns columns) {
        return new PivotPath<>(
                direct::related,
                new RelationKeys<>(direct.source(), direct::target),
                columns,
                new Late<>(() -> PivotModel.of(
                        name, columns.table.ofTenant(tenant(name, direct)), columns.names(), referenced(direct))));
    }

    /** A pair belongs to the tenant of its rows. It has the column of the entity, else that of the related entity. */
    private static @Nullable ColumnReference tenant(ColumnName<?> name, RelationPath<?, ?> direct) {
        @Nullable
        ColumnReference own = Nodes.of(EntityModel.of(name.entity())).table().tenant();
        @Nullable ColumnReference related = Nodes.of(direct.related()).table().tenant();
        if (own != null
                && related != null
                && !(own.name().equals(related.name()) && own.type().equals(related.type()))) {
            throw new MappingException(name + " has pairs of rows with different columns of the tenant, " + own.name()
                    + " and " + related.name() + ". Give both @TenantId members one column and one type.");
        }
        return own == null ? related : own;
    }

    private static List<EntityColumn<?, ?>> referenced(RelationPath<?, ?> direct) {
        List<EntityColumn<?, ?>> all = new ArrayList<>(direct.source());
        all.addAll(direct.target());
        return all;
    }

    /**
     * The columns of a pivot table.
     *
     * @param table the table
     * @param source its columns that reference the entity, in the order of the key of the entity
     * @param target its columns that reference the related entity, in the order of its key
     */
    record Columns(TableName table, List<String> source, List<String> target) {

        private List<String> names() {
            return Stream.concat(source.stream(), target.stream()).toList();
        }
    }

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
                new Hop(Nodes.of(pivot.get()).table(), Correlation.all(likewise(columns.source, source), source)),
                new Hop(Nodes.of(related()).table(), Correlation.all(target, likewise(columns.target, target))));
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
    public Optional<EntityModel<?>> pivotModel() {
        return Optional.of(pivot.get());
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
