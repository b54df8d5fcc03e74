package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnName;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.EntityDefinition;
import dev.kindred.internal.model.StoredColumn;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.TableName;
import dev.kindred.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Creates the models of pivot tables without an entity. The primary key of such a table consists of all columns. */
final class PivotModel {

    private PivotModel() {}

    /**
     * Returns the model of {@code table}.
     *
     * @param relation the entity and the member of the relation; its column is not used
     * @param names the names of the columns
     * @param referenced the column that each of them references
     */
    static <E> EntityModel<E> of(
            ColumnName<E> relation, TableName table, List<String> names, List<EntityColumn<?, ?>> referenced) {
        List<EntityColumn<E, ?>> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ColumnName<E> name = new ColumnName<>(relation.entity(), relation.member(), names.get(i));
            columns.add(column(name, referenced.get(i), Set.of(ColumnTrait.ID)));
        }
        if (table.tenant() != null) {
            ColumnName<E> name = new ColumnName<>(
                    relation.entity(), relation.member(), table.tenant().name());
            columns.add(tenant(name, table.tenant().type()));
        }
        EntityDefinition<E> definition = new EntityDefinition<>(table, null, EntityModel.references(columns), row -> {
            throw noEntity(table, relation);
        });
        return EntityModel.ofPivot(relation.entity(), definition, columns);
    }

    /** A column has the type of the column that it references, without its generated value and default. */
    private static <E, T> EntityColumn<E, T> column(
            ColumnName<E> name, EntityColumn<?, T> referenced, Set<ColumnTrait> traits) {
        StoredColumn storage = new StoredColumn(Nodes.of(referenced).storage().modifiers(), null, null, null);
        return column(name, referenced.type(), traits, storage);
    }

    private static <E, T> EntityColumn<E, T> tenant(ColumnName<E> name, SqlType<T> type) {
        return column(name, type, Set.of(ColumnTrait.TENANT), StoredColumn.PLAIN);
    }

    private static <E, T> EntityColumn<E, T> column(
            ColumnName<E> name, SqlType<T> type, Set<ColumnTrait> traits, StoredColumn storage) {
        return new EntityColumn<>(new ColumnDefinition<>(
                name,
                type,
                entity -> {
                    throw new IllegalStateException(name + " is a column of a pivot table, which no entity has");
                },
                traits,
                storage,
                null));
    }

    private static MappingException noEntity(TableName table, ColumnName<?> relation) {
        return new MappingException(
                "The pivot table " + table + " of " + relation + " has no entity, so its rows cannot"
                        + " be read as entities. Give it an entity, and use @ManyToMany(through = \"..\").");
    }
}
