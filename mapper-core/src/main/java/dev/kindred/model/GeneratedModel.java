package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlType;
import dev.kindred.type.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The base of a generated class. The generated class names its columns and then its relations, in the order of the members, and says in
 * three methods how members are read and how an entity is built. A member is named by a number there: its position among the columns, or
 * the number of columns plus its position among the relations. One method for all members, no lambda and no generic inference keep the
 * time of a compilation short. Called by generated code only, while its class is initialized; immutable and thread-safe after that.
 *
 * @param <E> the entity
 */
public abstract class GeneratedModel<E> {

    private static final Map<Class<?>, Object> ZEROS = Map.of(
            Boolean.class,
            false,
            Byte.class,
            (byte) 0,
            Short.class,
            (short) 0,
            Integer.class,
            0,
            Long.class,
            0L,
            Character.class,
            '\0',
            Float.class,
            0f,
            Double.class,
            0d);

    /** What the text of the traits says of a primitive member. */
    public static final String PRIMITIVE = "PRIMITIVE";

    private final Class<E> type;
    private final List<EntityColumn<E, ?>> columns = new ArrayList<>();
    private final List<Relation<E, ?>> relations = new ArrayList<>();

    /** Starts the model of an entity. */
    protected GeneratedModel(Class<E> type) {
        this.type = Checks.notNull(type, "type");
    }

    /** Returns the value of a member of {@code entity}. */
    protected abstract @Nullable Object get(Object entity, int member);

    /** Returns a new entity with {@code values}, by the number of the member. */
    protected abstract Object create(@Nullable Object[] values);

    /** Returns the columns of the related entity that the relation with that number uses, in the order of those of this one. */
    protected EntityColumn<?, ?>[] target(int member) {
        throw outOfRange(member);
    }

    /** Returns the error for a number that no member has. */
    protected final IllegalArgumentException outOfRange(int member) {
        return new IllegalArgumentException(type.getSimpleName() + " has no member with the number " + member);
    }

    /**
     * Adds a column that can be compared for equality.
     *
     * @param traits the names of its traits and {@link #PRIMITIVE}, with spaces between them
     * @param storage how the database keeps it, or null when nothing is said
     */
    protected final <T> EntityColumn<E, T> plain(
            String member, String column, SqlType<T> sqlType, String traits, @Nullable ColumnStorage storage) {
        return add(definition(new ColumnName<>(type, member, column), sqlType, traits, storage)
                .column());
    }

    /** Adds a column with an order, with arguments as for {@link #plain}. */
    protected final <T> ComparableColumn<E, T> comparable(
            String member, String column, SqlType<T> sqlType, String traits, @Nullable ColumnStorage storage) {
        return add(ComparableColumn.of(definition(new ColumnName<>(type, member, column), sqlType, traits, storage)));
    }

    /** Adds a column of numbers, with arguments as for {@link #plain}. */
    protected final <T extends Number> NumberColumn<E, T> number(
            String member, String column, SqlType<T> sqlType, String traits, @Nullable ColumnStorage storage) {
        return add(NumberColumn.of(definition(new ColumnName<>(type, member, column), sqlType, traits, storage)));
    }

    /** Adds a column of text, with arguments as for {@link #plain}. */
    protected final TextColumn<E> text(
            String member, String column, SqlType<String> sqlType, String traits, @Nullable ColumnStorage storage) {
        return add(TextColumn.of(definition(new ColumnName<>(type, member, column), sqlType, traits, storage)));
    }

    /** Starts the definition of the next relation. */
    protected final <R> RelationDefinition<E, R> relation(String member, EntityColumn<?, ?>[] source) {
        int number = columns.size() + relations.size();
        Supplier<List<EntityColumn<R, ?>>> target = new Late<>(() -> list(target(number)));
        Supplier<EntityModel<R>> related = new Late<>(
                () -> EntityModel.of(target.get().get(0).definition().name().entity()));
        return new RelationDefinition<>(
                type,
                member,
                related,
                new RelationDefinition.RelationKeys<>(list(source), target),
                entity -> get(entity, number));
    }

    /** Adds a relation to one row that points at the entity. */
    protected final <R> HasOneRelation<E, R> hasOne(RelationDefinition<E, R> definition) {
        HasOneRelation<E, R> relation = HasOneRelation.of(definition);
        relations.add(relation);
        return relation;
    }

    /** Adds a relation to one row that the entity points at. */
    protected final <R> BelongsToRelation<E, R> belongsTo(RelationDefinition<E, R> definition) {
        BelongsToRelation<E, R> relation = BelongsToRelation.of(definition);
        relations.add(relation);
        return relation;
    }

    /**
     * Ends the model and announces it.
     *
     * @param schema the schema, or null for none
     * @param comment what the table is for, or null
     */
    protected final EntityModel<E> model(@Nullable String schema, String table, @Nullable String comment) {
        TableDefinition definition = new TableDefinition(new TableName(schema, table), comment);
        return EntityModel.of(type, definition, columns, relations, this::instantiate);
    }

    /** Starts an entity with the values of its required columns, in their order. */
    protected final Draft<E> start(Object[] required) {
        return Draft.of(EntityModel.of(type), required);
    }

    /** Starts a copy of {@code entity}. */
    protected final Draft<E> copy(E entity) {
        return Draft.copyOf(EntityModel.of(type), entity);
    }

    @SuppressWarnings("unchecked") // a generated class creates entities of its own type only
    private E instantiate(RowValues<E> row) {
        int count = columns.size();
        @Nullable Object[] values = new @Nullable Object[count + relations.size()];
        for (int i = 0; i < count; i++) {
            EntityColumn<E, ?> column = columns.get(i);
            values[i] = column.is(ColumnTrait.NULLABLE) ? row.getOrNull(i, column) : row.get(i, column);
        }
        for (int i = count; i < values.length; i++) {
            values[i] = row.<Object>handle(i - count, relations.get(i - count));
        }
        return (E) create(values);
    }

    private <C extends EntityColumn<E, ?>> C add(C column) {
        columns.add(column);
        return column;
    }

    @SuppressWarnings("unchecked") // a generated class reads members as what they were declared
    private <T> ColumnDefinition<E, T> definition(
            ColumnName<E> name, SqlType<T> sqlType, String written, @Nullable ColumnStorage storage) {
        int number = columns.size();
        Set<ColumnTrait> traits = EnumSet.noneOf(ColumnTrait.class);
        boolean isPrimitive = false;
        for (String trait : written.isEmpty() ? new String[0] : written.split(" ", -1)) {
            isPrimitive |= trait.equals(PRIMITIVE);
            if (!trait.equals(PRIMITIVE)) {
                traits.add(ColumnTrait.valueOf(trait));
            }
        }
        return new ColumnDefinition<>(
                name,
                sqlType,
                entity -> (T) get(entity, number),
                traits,
                storage == null ? ColumnStorage.PLAIN : storage,
                isPrimitive ? (T) ZEROS.get(sqlType.javaType()) : null);
    }

    @SuppressWarnings("unchecked") // a generated class names columns of the entity that it means
    private static <R> List<EntityColumn<R, ?>> list(EntityColumn<?, ?>[] columns) {
        return (List<EntityColumn<R, ?>>) (List<?>) List.copyOf(Arrays.asList(columns));
    }
}
