package dev.kindred.schema;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.StoredColumn;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds models of tables with any name and shape. */
final class Models {

    private Models() {}

    /** Placeholder entities. */
    static final class A {}

    static final class B {}

    static final class C {}

    /** A model under construction. */
    static final class Draft<E> {
        private final Class<E> type;
        private final TableName table;
        private final @Nullable String comment;
        private final List<EntityColumn<E, ?>> columns = new ArrayList<>();
        private final List<Relation<E, ?>> relations = new ArrayList<>();
        private @Nullable EntityModel<E> model;

        Draft(Class<E> type, @Nullable String schema, String name, @Nullable String comment) {
            this.type = type;
            this.table = new TableName(schema, name);
            this.comment = comment;
        }

        Draft<E> id(String name) {
            return column(name, SqlTypes.LONG, StoredColumn.PLAIN, ColumnTrait.ID);
        }

        Draft<E> column(String name, SqlType<?> type, StoredColumn storage, ColumnTrait... traits) {
            return add(name, type, storage, traits);
        }

        private <T> Draft<E> add(String name, SqlType<T> sqlType, StoredColumn storage, ColumnTrait... traits) {
            columns.add(Handmade.plain(ColumnDefinition.<E, T>of(type, name, name, sqlType, entity -> null)
                    .with(traits)
                    .stored(storage)));
            return this;
        }

        /** Adds a nullable foreign key column and its relation. */
        <R> Draft<E> pointsAt(String name, Supplier<EntityModel<R>> target, @Nullable OnDelete onDelete) {
            column(name, SqlTypes.LONG, StoredColumn.PLAIN, ColumnTrait.NULLABLE);
            relations.add(Handmade.belongsTo(definition(
                    name + "Owner",
                    target,
                    columns.get(columns.size() - 1),
                    () -> List.of(target.get().columns().get(0)),
                    onDelete)));
            return this;
        }

        <R> Draft<E> hasOne(Supplier<EntityModel<R>> target, int foreignKey, @Nullable OnDelete onDelete) {
            relations.add(Handmade.hasOne(definition(
                    "child",
                    target,
                    columns.get(0),
                    () -> List.of(target.get().columns().get(foreignKey)),
                    onDelete)));
            return this;
        }

        private <R> RelationDefinition<E, R> definition(
                String name,
                Supplier<EntityModel<R>> target,
                EntityColumn<E, ?> source,
                Supplier<List<EntityColumn<R, ?>>> key,
                @Nullable OnDelete onDelete) {
            RelationDefinition<E, R> plain = Handmade.relation(name, target, List.of(source), key, entity -> null);
            return onDelete == null ? plain : plain.onDelete(onDelete);
        }

        EntityModel<E> model() {
            EntityModel<E> made = model;
            if (made == null) {
                made = Handmade.model(type, table, comment, columns, relations);
                model = made;
            }
            return made;
        }
    }
}
