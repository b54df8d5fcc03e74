package dev.kindred.model;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.EntityDefinition;
import dev.kindred.internal.model.RowValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.TableName;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Columns and models without an annotation processor. */
public final class Handmade {
    private Handmade() {}

    /** Returns a column that can be compared for equality. */
    public static <E, T> EntityColumn<E, T> plain(ColumnDefinition<E, T> definition) {
        return new EntityColumn<>(definition);
    }

    /** Returns a column with an order. */
    public static <E, T> ComparableColumn<E, T> comparable(ColumnDefinition<E, T> definition) {
        return new ComparableColumn<>(definition);
    }

    /** Returns a column of numbers. */
    public static <E, T extends Number> NumberColumn<E, T> number(ColumnDefinition<E, T> definition) {
        return new NumberColumn<>(definition);
    }

    /** Returns a column of text. */
    public static <E> TextColumn<E> text(ColumnDefinition<E, String> definition) {
        return new TextColumn<>(definition);
    }

    /** Returns a model of a table without a comment, and announces it. */
    public static <E> EntityModel<E> model(
            Class<E> type,
            TableName table,
            List<EntityColumn<E, ?>> columns,
            List<Relation<E, ?>> relations,
            Function<Row, E> instantiator) {
        EntityDefinition<E> definition = new EntityDefinition<>(
                table, null, EntityModel.references(columns), row -> instantiator.apply(new Row(row)));
        return EntityModel.of(type, definition, columns, relations);
    }

    /** Returns a model of a table with a comment, and announces it. It creates no entity. */
    public static <E> EntityModel<E> model(
            Class<E> type,
            TableName table,
            @Nullable String comment,
            List<EntityColumn<E, ?>> columns,
            List<Relation<E, ?>> relations) {
        EntityDefinition<E> definition =
                new EntityDefinition<>(table, comment, EntityModel.references(columns), row -> {
                    throw new UnsupportedOperationException();
                });
        return EntityModel.of(type, definition, columns, relations);
    }

    /** Returns the definition of a relation. */
    public static <E, R> RelationDefinition<E, R> relation(
            String name,
            Supplier<EntityModel<R>> related,
            List<EntityColumn<E, ?>> source,
            Supplier<List<EntityColumn<R, ?>>> target,
            Function<E, @Nullable Object> handle) {
        return new RelationDefinition<>(
                Nodes.of(source.get(0)).name().entity(),
                name,
                related,
                new RelationDefinition.RelationKeys<>(source, target),
                handle);
    }

    /** Returns a relation to one row that references the entity. */
    public static <E, R> HasOneRelation<E, R> hasOne(RelationDefinition<E, R> definition) {
        return HasOneRelation.of(definition);
    }

    /** Returns a relation to the rows that reference the entity. */
    public static <E, R> HasManyRelation<E, R> hasMany(RelationDefinition<E, R> definition) {
        return HasManyRelation.of(definition);
    }

    /** Returns a relation over a pivot table without an entity. */
    public static <E, R> ManyToManyRelation<E, R> manyToMany(RelationDefinition<E, R> definition) {
        return ManyToManyRelation.of(definition);
    }

    /** Returns a relation over the rows of {@code pivots}. */
    public static <E, R, P> PivotRelation<E, R, P> manyToMany(
            String name, HasManyRelation<E, P> pivots, BelongsToRelation<P, R> target) {
        return PivotRelation.over(
                RelationDefinition.over(pivots.entity(), name, () -> List.of(pivots, target), entity -> null));
    }

    /** Returns a relation to one row that the entity references. */
    public static <E, R> BelongsToRelation<E, R> belongsTo(RelationDefinition<E, R> definition) {
        return BelongsToRelation.of(definition);
    }

    /** Starts a copy of {@code entity}. */
    public static <E> Draft<E> copyOf(EntityModel<E> model, E entity) {
        return Draft.copyOf(model, entity);
    }

    /** Returns a new entity with the values of {@code row}. */
    public static <E> E instantiate(EntityModel<E> model, RowValues row) {
        return Nodes.of(model).instantiator().instantiate(row);
    }

    /** The values of a row, with the type of their column. */
    public record Row(RowValues values) {

        @SuppressWarnings("unchecked") // as generated code does
        public <T> T required(int ordinal, EntityColumn<?, T> column) {
            return (T) values.required(ordinal);
        }

        @SuppressWarnings("unchecked") // as generated code does
        public <T> @Nullable T nullable(int ordinal, EntityColumn<?, T> column) {
            return (T) values.nullable(ordinal);
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as generated code does
        public <H> H handle(int ordinal, Relation<?, ?> relation) {
            return (H) values.handle(ordinal);
        }
    }
}
