package dev.kindred.model;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.util.Checks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one relation. Immutable and thread-safe; two are equal when entity and name are.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 * @param entity the class that declares it
 * @param name the member
 * @param related the model of the related entity, asked for late, so that two models may refer to each other
 * @param keys the columns the relation goes by
 * @param handle reads the member of an entity
 * @param options what else was said of the relation
 */
public record RelationDefinition<E, R>(
        Class<E> entity,
        String name,
        Supplier<EntityModel<R>> related,
        RelationKeys<E, R> keys,
        Function<E, @Nullable Object> handle,
        RelationOptions<R> options) {

    public RelationDefinition {
        Checks.notNull(entity, "entity");
        Checks.notBlank(name, "name");
        Checks.notNull(related, "related");
        Checks.notNull(keys, "keys");
        Checks.notNull(handle, "handle");
        Checks.notNull(options, "options");
    }

    /** Makes the definition of a relation of which nothing else was said. */
    public RelationDefinition(
            Class<E> entity,
            String name,
            Supplier<EntityModel<R>> related,
            RelationKeys<E, R> keys,
            Function<E, @Nullable Object> handle) {
        this(entity, name, related, keys, handle, new RelationOptions<>(() -> rows -> rows, Map.of(), null, false));
    }

    /** Returns this definition with the scope that {@code scope} makes. */
    public RelationDefinition<E, R> scoped(Supplier<RelationScope<R>> scope) {
        return with(new RelationOptions<>(
                Checks.notNull(scope, "scope"), options.meta(), options.onDelete(), options.touch()));
    }

    /**
     * Returns this definition for the row with the greatest values of {@code columns}, nulls last, and of rows that are equal in those the
     * one with the greatest primary key. The columns are asked for late, and stand behind an order of the scope.
     */
    public RelationDefinition<E, R> latestBy(Supplier<List<EntityColumn<R, ?>>> columns) {
        return ordered(Checks.notNull(columns, "columns"), Ordering.Direction.DESCENDING);
    }

    /**
     * Returns this definition for the row with the least values of {@code columns}, nulls last, and of rows that are equal in those the one
     * with the least primary key. The columns are asked for late, and stand behind an order of the scope.
     */
    public RelationDefinition<E, R> oldestBy(Supplier<List<EntityColumn<R, ?>>> columns) {
        return ordered(Checks.notNull(columns, "columns"), Ordering.Direction.ASCENDING);
    }

    private RelationDefinition<E, R> ordered(Supplier<List<EntityColumn<R, ?>>> columns, Ordering.Direction direction) {
        Supplier<RelationScope<R>> scope = options.scope();
        return scoped(() -> {
            RelationScope<R> narrowed = scope.get();
            return rows -> RelationConditions.ordered(narrowed.apply(rows), columns.get(), direction);
        });
    }

    /** Returns this definition with one more pair for tools. */
    public RelationDefinition<E, R> meta(String key, String value) {
        Map<String, String> meta = new TreeMap<>(options.meta());
        meta.put(Checks.notNull(key, "key"), Checks.notNull(value, "value"));
        return with(new RelationOptions<>(options.scope(), meta, options.onDelete(), options.touch()));
    }

    /** Returns this definition with what the database does with the row that points when the other one is deleted. */
    public RelationDefinition<E, R> onDelete(OnDelete action) {
        return with(new RelationOptions<>(
                options.scope(), options.meta(), Checks.notNull(action, "action"), options.touch()));
    }

    /** Returns this definition with the row that is pointed at marked as changed whenever one that points is written. */
    public RelationDefinition<E, R> touching() {
        return with(new RelationOptions<>(options.scope(), options.meta(), options.onDelete(), true));
    }

    private RelationDefinition<E, R> with(RelationOptions<R> changed) {
        return new RelationDefinition<>(entity, name, related, keys, handle, changed);
    }

    @Override
    public boolean equals(Object other) {
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

    /**
     * The columns a relation goes by.
     *
     * @param source those of the declaring entity
     * @param target those of the related entity, in the same order, asked for late
     */
    public record RelationKeys<E, R>(List<EntityColumn<E, ?>> source, Supplier<List<EntityColumn<R, ?>>> target) {

        public RelationKeys {
            source = Checks.noNulls(source, "source");
            Checks.argument(!source.isEmpty(), "a relation goes by at least one column");
            Checks.notNull(target, "target");
        }
    }

    /**
     * What else was said of a relation.
     *
     * @param scope makes the scope, asked for late, so that it may name the columns of the related entity
     * @param meta free pairs for tools, by key
     * @param onDelete what the database does with the row that points when the other one is deleted, or null when nobody said it
     * @param touch whether the row that is pointed at is marked as changed whenever one that points is written
     */
    public record RelationOptions<R>(
            Supplier<RelationScope<R>> scope,
            Map<String, String> meta,
            @Nullable OnDelete onDelete,
            boolean touch) {

        public RelationOptions {
            Checks.notNull(scope, "scope");
            meta = Collections.unmodifiableMap(new TreeMap<>(Checks.notNull(meta, "meta")));
        }
    }
}
