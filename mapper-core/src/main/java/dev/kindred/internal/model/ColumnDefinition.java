package dev.kindred.internal.model;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlType;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one column. Generated code makes one for each member. Immutable and thread-safe; two are equal if
 * their names are equal.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 */
public final class ColumnDefinition<E, T> {

    private final ColumnName<E> name;
    /** The text of the name, which each parameter of a statement has. */
    private final String text;

    private final SqlType<T> type;
    private final Function<E, @Nullable T> getter;
    private final Set<ColumnTrait> traits;
    private final StoredColumn storage;
    private final @Nullable T absent;
    private final ColumnReference reference;
    private final @Nullable T only;

    /** Takes the parts. */
    public ColumnDefinition(
            ColumnName<E> name,
            SqlType<T> type,
            Function<E, @Nullable T> getter,
            Set<ColumnTrait> traits,
            StoredColumn storage,
            @Nullable T absent) {
        this.name = name;
        this.text = name.toString();
        this.type = type;
        this.getter = getter;
        this.traits = traits;
        this.storage = storage;
        this.absent = absent;
        this.reference = new ColumnReference(name.column(), type);
        this.only = null;
    }

    /** Takes the parts of {@code original} except those given. */
    private ColumnDefinition(
            ColumnDefinition<E, T> original,
            Function<E, @Nullable T> getter,
            ColumnReference reference,
            @Nullable T only) {
        this.name = original.name;
        this.text = original.text;
        this.type = original.type;
        this.getter = getter;
        this.traits = original.traits;
        this.storage = original.storage;
        this.absent = original.absent;
        this.reference = reference;
        this.only = only;
    }

    /** Starts the definition of a column that is not nullable and has no traits. */
    public static <E, T> ColumnDefinition<E, T> of(
            Class<E> entity, String member, String column, SqlType<T> type, Function<E, @Nullable T> getter) {
        return new ColumnDefinition<>(
                new ColumnName<>(entity, member, column),
                Checks.notNull(type, "type"),
                Checks.notNull(getter, "getter"),
                Set.of(),
                StoredColumn.PLAIN,
                null);
    }

    /** Returns the definition of a part of a key that has {@code value} in each row. No table has the column. */
    public static <E> ColumnDefinition<E, String> constant(Class<E> entity, SqlType<String> type, String value) {
        String name = "'" + value + "'";
        ColumnDefinition<E, String> column = of(entity, name, name, type, row -> value);
        return new ColumnDefinition<>(column, column.getter, new ColumnReference(name, type, value), null);
    }

    /**
     * Returns this definition as a part of a key that is null unless the column has {@code value}. It is equal to this
     * definition.
     */
    public ColumnDefinition<E, T> only(T value) {
        return new ColumnDefinition<>(
                this, entity -> value.equals(getter.apply(entity)) ? value : null, reference, value);
    }

    /** Returns the only value of this part of a key, or null for any value. */
    public @Nullable T only() {
        return only;
    }

    /** Returns the part of a key for {@code value} of the column. */
    public @Nullable Object keyPart(@Nullable Object value) {
        return only == null || only.equals(value) ? value : null;
    }

    /** Returns whether each row has the same value and no table has the column. */
    public boolean isConstant() {
        return reference.isConstant();
    }

    /** Returns the names of the entity, the member and the column. */
    public ColumnName<E> name() {
        return name;
    }

    /** Returns the type, which converts written and read values. */
    public SqlType<T> type() {
        return type;
    }

    /** Returns the function that reads the member of an entity. */
    public Function<E, @Nullable T> getter() {
        return getter;
    }

    /** Returns the traits of the column. */
    public Set<ColumnTrait> traits() {
        return traits;
    }

    /** Returns the schema properties of the column. */
    public StoredColumn storage() {
        return storage;
    }

    /** Returns the value of the member if the column was not selected: null, or zero or false for a primitive. */
    public @Nullable T absent() {
        return absent;
    }

    /** Returns this definition with {@code traits} instead of its own. */
    public ColumnDefinition<E, T> with(ColumnTrait... traits) {
        return new ColumnDefinition<>(
                name,
                type,
                getter,
                Set.copyOf(Checks.noNulls(Arrays.asList(Checks.notNull(traits, "traits")), "traits")),
                storage,
                absent);
    }

    /** Returns this definition for a primitive member, which holds {@code absent} when the column was not selected. */
    public ColumnDefinition<E, T> primitive(T absent) {
        return new ColumnDefinition<>(name, type, getter, traits, storage, Checks.notNull(absent, "absent"));
    }

    /** Returns this definition with {@code storage} instead of its own. */
    public ColumnDefinition<E, T> stored(StoredColumn storage) {
        return new ColumnDefinition<>(name, type, getter, traits, Checks.notNull(storage, "storage"), absent);
    }

    /** Returns the column as a part of a statement. */
    public ColumnReference reference() {
        return reference;
    }

    /** Returns whether the column has {@code trait}. */
    public boolean is(ColumnTrait trait) {
        return traits.contains(trait);
    }

    /** Returns whether the mapper sets the column on insert: a time or an auditor. */
    public boolean isAudit() {
        return isUpdateAudit() || is(ColumnTrait.CREATED_AT) || is(ColumnTrait.CREATED_BY);
    }

    /** Returns whether the mapper sets the column on insert and on each change: a time or an auditor. */
    public boolean isUpdateAudit() {
        return is(ColumnTrait.UPDATED_AT) || is(ColumnTrait.UPDATED_BY);
    }

    /** Returns whether the mapper sets the column to the auditor of the operation. */
    public boolean isAuditor() {
        return is(ColumnTrait.CREATED_BY) || is(ColumnTrait.UPDATED_BY);
    }

    /**
     * Returns whether {@code value} is a value that the database has yet to create: null, or zero in a primitive
     * member.
     */
    public boolean isUnset(@Nullable Object value) {
        return value == null || (value.equals(absent) && is(ColumnTrait.GENERATED));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColumnDefinition<?, ?> definition && definition.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
