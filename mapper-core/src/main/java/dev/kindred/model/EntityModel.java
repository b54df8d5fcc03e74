package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.EntityDefinition;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an entity: its table, columns, relations and constructor. The annotation processor generates it as
 * the constant {@code MODEL}. Immutable and thread-safe; each class has one model.
 *
 * @param <E> the entity
 */
public final class EntityModel<E> extends Wrapper<EntityDefinition<E>> {

    private final Class<E> type;
    private final List<EntityColumn<E, ?>> columns;
    private final List<EntityColumn<E, ?>> id;
    private final Map<EntityColumn<E, ?>, Integer> ordinals;
    private final Optional<EntityColumn<E, ?>> softDelete;
    private final Optional<EntityColumn<E, ?>> version;
    private final List<Relation<E, ?>> relations;

    private EntityModel(
            Class<E> type,
            EntityDefinition<E> definition,
            List<EntityColumn<E, ?>> columns,
            List<Relation<E, ?>> relations) {
        super(definition);
        this.type = Checks.notNull(type, "type");
        this.columns = Checks.noNulls(columns, "columns");
        this.id = this.columns.stream()
                .filter(column -> Nodes.of(column).is(ColumnTrait.ID))
                .toList();
        this.softDelete = first(this.columns, ColumnTrait.SOFT_DELETE);
        this.version = first(this.columns, ColumnTrait.VERSION);
        this.relations = Checks.noNulls(relations, "relations");
        Map<EntityColumn<E, ?>, Integer> positions = new HashMap<>();
        for (EntityColumn<E, ?> column : this.columns) {
            positions.put(column, positions.size());
        }
        this.ordinals = Map.copyOf(positions);
    }

    /** Returns {@code columns} as parts of a statement, for the definition of a model. */
    static <E> List<ColumnReference> references(List<EntityColumn<E, ?>> columns) {
        return Checks.<EntityColumn<E, ?>>noNulls(columns, "columns").stream()
                .<ColumnReference>map(column -> Nodes.of(column).reference())
                .toList();
    }

    private static <E> Optional<EntityColumn<E, ?>> first(List<EntityColumn<E, ?>> columns, ColumnTrait trait) {
        return columns.stream().filter(column -> Nodes.of(column).is(trait)).findFirst();
    }

    /** Returns the column that holds the tenant of a row, or null. */
    static <E> @Nullable ColumnReference tenantOf(List<EntityColumn<E, ?>> columns) {
        return first(columns, ColumnTrait.TENANT)
                .map(column -> Nodes.of(column).reference())
                .orElse(null);
    }

    /** Creates a model and registers it for {@link #of(Class)}. Generated code calls it once for each class. */
    static <E> EntityModel<E> of(
            Class<E> type,
            EntityDefinition<E> definition,
            List<EntityColumn<E, ?>> columns,
            List<Relation<E, ?>> relations) {
        EntityModel<E> model = new EntityModel<>(type, definition, columns, relations);
        EntityModels.announce(model);
        return model;
    }

    /** Creates the model of a pivot table without an entity. It has the class that declares its relation. */
    static <E> EntityModel<E> ofPivot(Class<E> type, EntityDefinition<E> definition, List<EntityColumn<E, ?>> columns) {
        return new EntityModel<>(type, definition, columns, List.of());
    }

    /**
     * Returns the model of {@code type}; the first call loads the generated class.
     *
     * @throws MappingException if the class has no model; the message names the likely cause
     */
    public static <E> EntityModel<E> of(Class<E> type) {
        return EntityModels.find(Checks.notNull(type, "type"));
    }

    /** Returns the class. */
    public Class<E> type() {
        return type;
    }

    /** Returns the simple name of the class, for messages. */
    public String name() {
        return type.getSimpleName();
    }

    /** Returns the name of the table, after its schema and a dot if the entity has a schema. */
    public String table() {
        return Nodes.of(this).table().toString();
    }

    /** Returns the comment of the table, or null. */
    public @Nullable String comment() {
        return Nodes.of(this).comment();
    }

    /** Returns the columns, in the order of the members. */
    public List<EntityColumn<E, ?>> columns() {
        return columns;
    }

    /** Returns the columns of the primary key; empty if the entity has none. */
    public List<EntityColumn<E, ?>> id() {
        return id;
    }

    /** Returns the column with the deletion time, or empty if the entity has no soft deletes. */
    public Optional<EntityColumn<E, ?>> softDelete() {
        return softDelete;
    }

    /** Returns the version column, or empty if the entity has none. */
    public Optional<EntityColumn<E, ?>> version() {
        return version;
    }

    /** Returns the relations, in the order of the members. */
    public List<Relation<E, ?>> relations() {
        return relations;
    }

    /** Returns the number of rows of each group of a grouped query. */
    public GroupValue<E, Long> count() {
        return GroupValue.ofRows(SqlTypes.LONG);
    }

    /** Returns the position of {@code column} among {@link #columns()}. */
    public int ordinal(EntityColumn<E, ?> column) {
        @Nullable Integer ordinal = ordinals.get(Checks.notNull(column, "column"));
        if (ordinal == null) {
            throw new MappingException(name() + " has no column " + column + "; it has " + columns + ".");
        }
        return ordinal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return "EntityModel[" + type.getName() + "]";
    }
}
