package dev.kindred.model;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.ColumnName;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.RelationParts;
import dev.kindred.internal.sql.RelationParts.Cardinality;
import dev.kindred.internal.sql.RelationParts.KeySide;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one relation, for generated code: each step returns a new definition. Two are equal if entity and
 * name are equal. Immutable and thread-safe.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 */
public final class RelationDefinition<E, R> {

    private final Class<E> entity;
    private final String name;
    private final RelationPath<E, R> path;
    private final Set<Relation<?, ?>> lifted;
    private final Function<E, @Nullable Object> handle;
    private final RelationOptions<R> options;
    private final Supplier<RelatedRows<R>> rows;

    private RelationDefinition(
            Class<E> entity,
            String name,
            Targets<E, R> targets,
            Function<E, @Nullable Object> handle,
            RelationOptions<R> options) {
        this.entity = entity;
        this.name = name;
        this.path = targets.path;
        this.lifted = targets.lifted;
        this.handle = handle;
        this.options = options;
        // The scope of a user may depend on the time.
        this.rows = options.isConstant() && path.isConstant() ? new Late<>(this::scoped) : this::scoped;
    }

    /**
     * Creates the definition of a relation without options.
     *
     * @param entity the class that declares the relation
     * @param name the name of the member
     * @param related the model of the related entity, resolved late because two models may refer to each other
     * @param keys the key columns
     * @param handle reads the member of an entity
     */
    RelationDefinition(
            Class<E> entity,
            String name,
            Supplier<EntityModel<R>> related,
            RelationKeys<E, R> keys,
            Function<E, @Nullable Object> handle) {
        this(
                Checks.notNull(entity, "entity"),
                Checks.notBlank(name, "name"),
                new Targets<>(
                        new DirectPath<>(Checks.notNull(related, "related"), Checks.notNull(keys, "keys")), Set.of()),
                Checks.notNull(handle, "handle"),
                RelationOptions.none());
    }

    /**
     * Creates the definition of a relation over other relations.
     *
     * @param entity the class that declares the relation
     * @param name the name of the member
     * @param steps the relations, in their order, resolved late because two models may refer to each other
     * @param handle reads the member of an entity
     */
    static <E, R> RelationDefinition<E, R> over(
            Class<E> entity, String name, Supplier<List<Relation<?, ?>>> steps, Function<E, @Nullable Object> handle) {
        return new RelationDefinition<>(
                entity,
                name,
                new Targets<>(new StepsPath<>(new Late<>(Checks.notNull(steps, "steps"))), Set.of()),
                handle,
                RelationOptions.none());
    }

    /**
     * Returns this definition over the pairs of a table that no entity has.
     *
     * @param schema the schema of the table, or null
     * @param table the table
     * @param source its columns that reference the declaring entity, in the order of its key
     * @param target its columns that reference the related entity, in the order of its key
     */
    public RelationDefinition<E, R> over(@Nullable String schema, String table, String[] source, String[] target) {
        RelationPath<E, R> pairs = PivotPath.of(
                new ColumnName<>(entity, name, name),
                path,
                new PivotPath.Columns(
                        new TableName(schema, Checks.notBlank(table, "table")),
                        Checks.noNulls(Arrays.asList(Checks.notNull(source, "source")), "source"),
                        Checks.noNulls(Arrays.asList(Checks.notNull(target, "target")), "target")));
        return new RelationDefinition<>(entity, name, new Targets<>(pairs, lifted), handle, options);
    }

    /** Returns this definition with the rows of {@code more} included even if they are marked as deleted. */
    RelationDefinition<E, R> lifting(Set<Relation<?, ?>> more) {
        if (lifted.containsAll(more)) {
            return this;
        }
        Set<Relation<?, ?>> all = new LinkedHashSet<>(lifted);
        all.addAll(more);
        return new RelationDefinition<>(entity, name, new Targets<>(path, all), handle, options);
    }

    /** Returns this definition with the scope that {@code scope} creates. */
    public RelationDefinition<E, R> scoped(Supplier<RelationScope<R>> scope) {
        return with(options.scoped(Checks.notNull(scope, "scope")));
    }

    /**
     * Returns this definition for the row with the greatest values of {@code columns}, nulls last. Of equal rows it is
     * the one with the greatest primary key. The columns are resolved late. They come after the order of the scope.
     */
    public RelationDefinition<E, R> latestBy(Supplier<List<EntityColumn<R, ?>>> columns) {
        return ordered(Checks.notNull(columns, "columns"), Ordering.Direction.DESCENDING);
    }

    /**
     * Returns this definition for the row with the least values of {@code columns}, nulls last. Of equal rows it is the
     * one with the least primary key. The columns are resolved late. They come after the order of the scope.
     */
    public RelationDefinition<E, R> oldestBy(Supplier<List<EntityColumn<R, ?>>> columns) {
        return ordered(Checks.notNull(columns, "columns"), Ordering.Direction.ASCENDING);
    }

    /**
     * Returns this definition with {@code terms} at the end of the order of the related rows. The terms are resolved
     * late. They come after the order of the scope.
     */
    public RelationDefinition<E, R> orderBy(Supplier<List<SortOrder<R>>> terms) {
        Checks.notNull(terms, "terms");
        return with(options.ordered(rows -> rows.orderBy(terms.get())));
    }

    /** Returns this definition with the primary key at the end of the order, so that no two rows are equal. */
    RelationDefinition<E, R> inTotalOrder() {
        return with(options.ordered(RelatedRows::inTotalOrder));
    }

    private RelationDefinition<E, R> ordered(Supplier<List<EntityColumn<R, ?>>> columns, Ordering.Direction direction) {
        return with(options.ordered(rows -> RelationConditions.ordered(rows, columns.get(), direction)));
    }

    /** Returns this definition with one more pair for tools. */
    public RelationDefinition<E, R> meta(String key, String value) {
        return with(options.meta(Checks.notNull(key, "key"), Checks.notNull(value, "value")));
    }

    /**
     * Returns this definition with what the database does with the referencing row when the referenced row is deleted.
     */
    public RelationDefinition<E, R> onDelete(OnDelete action) {
        return with(options.onDelete(Checks.notNull(action, "action")));
    }

    /** Returns this definition with the related row marked as changed by each write of the declaring entity. */
    public RelationDefinition<E, R> touching() {
        return with(options.touching());
    }

    private RelationDefinition<E, R> with(RelationOptions<R> changed) {
        return new RelationDefinition<>(entity, name, new Targets<>(path, lifted), handle, changed);
    }

    Class<E> entity() {
        return entity;
    }

    String name() {
        return name;
    }

    EntityModel<R> related() {
        return path.related();
    }

    List<EntityColumn<E, ?>> sourceKey() {
        return path.source();
    }

    List<EntityColumn<R, ?>> targetKey() {
        return path.target();
    }

    RelationPath<E, R> path() {
        return path;
    }

    /** Returns the steps from the entity to the related rows. */
    List<Hop> hops() {
        return path.hops(lifted);
    }

    RelationOptions<R> options() {
        return options;
    }

    /** Returns the rows of the scope. */
    RelatedRows<R> rows() {
        return rows.get();
    }

    private RelatedRows<R> scoped() {
        RelatedRows<R> given = options.scope().get().apply(path.rows(lifted));
        RelatedRows<R> scoped = Checks.notNull(given, "what the scope of " + this + " returns");
        return options.order().apply(scoped).asFixed();
    }

    /** Returns what the library asks a relation of this definition. */
    RelationParts<E> parts(KeySide key, Cardinality cardinality) {
        return new RelationParts<>(key, cardinality, options.touch(), handle, way(), () -> Nodes.of(rows()));
    }

    private RelationParts.Path way() {
        Supplier<List<Hop>> hops = path.isConstant() ? new Late<>(this::hops) : this::hops;
        return new RelationParts.Path() {

            @Override
            public List<Hop> hops() {
                return hops.get();
            }

            @Override
            public boolean mayRepeat() {
                return path.mayRepeat();
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationDefinition<?, ?> definition
                && definition.entity == entity
                && definition.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * entity.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return entity.getSimpleName() + "." + name;
    }

    /** The key columns of a relation. Immutable. */
    static final class RelationKeys<E, R> {

        private final List<EntityColumn<E, ?>> source;
        private final Supplier<List<EntityColumn<R, ?>>> target;

        /**
         * Takes the columns.
         *
         * @param source the columns of the declaring entity
         * @param target the columns of the related entity, in the same order, resolved late
         */
        RelationKeys(List<EntityColumn<E, ?>> source, Supplier<List<EntityColumn<R, ?>>> target) {
            this.source = Checks.noNulls(source, "source");
            Checks.argument(!source.isEmpty(), "a relation needs at least one key column");
            this.target = Checks.notNull(target, "target");
        }

        List<EntityColumn<E, ?>> source() {
            return source;
        }

        List<EntityColumn<R, ?>> target() {
            return target.get();
        }
    }

    private record Targets<E, R>(RelationPath<E, R> path, Set<Relation<?, ?>> lifted) {}
}
