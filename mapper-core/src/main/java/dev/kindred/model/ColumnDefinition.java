package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlType;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one column. Immutable and thread-safe; two are equal when their names are.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 * @param name where the column stands
 * @param type how its values are written and read
 * @param getter reads the member of an entity
 * @param traits what the column is besides a value
 * @param storage how the database keeps it
 * @param absent what the member holds when the column was not selected: null, or zero or false for a primitive
 */
public record ColumnDefinition<E, T>(
        ColumnName<E> name,
        SqlType<T> type,
        Function<E, @Nullable T> getter,
        Set<ColumnTrait> traits,
        ColumnStorage storage,
        @Nullable T absent) {

    public ColumnDefinition {
        Checks.notNull(name, "name");
        Checks.notNull(type, "type");
        Checks.notNull(getter, "getter");
        traits = Set.copyOf(Checks.noNulls(traits, "traits"));
        Checks.notNull(storage, "storage");
    }

    /** Starts the definition of a column that takes no null and is nothing besides a value. */
    public static <E, T> ColumnDefinition<E, T> of(
            Class<E> entity, String member, String column, SqlType<T> type, Function<E, @Nullable T> getter) {
        return new ColumnDefinition<>(
                new ColumnName<>(entity, member, column), type, getter, Set.of(), ColumnStorage.PLAIN, null);
    }

    /** Returns this definition with {@code traits} instead of its own. */
    public ColumnDefinition<E, T> with(ColumnTrait... traits) {
        return new ColumnDefinition<>(
                name, type, getter, Set.copyOf(Arrays.asList(Checks.notNull(traits, "traits"))), storage, absent);
    }

    /** Returns this definition for a primitive member, which holds {@code absent} when the column was not selected. */
    public ColumnDefinition<E, T> primitive(T absent) {
        return new ColumnDefinition<>(name, type, getter, traits, storage, Checks.notNull(absent, "absent"));
    }

    /** Returns this definition with {@code storage} instead of its own. */
    public ColumnDefinition<E, T> stored(ColumnStorage storage) {
        return new ColumnDefinition<>(name, type, getter, traits, Checks.notNull(storage, "storage"), absent);
    }

    /** Returns a column that can be compared for equality. */
    public EntityColumn<E, T> column() {
        return new PlainColumn<>(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnDefinition<?, ?> definition && definition.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
