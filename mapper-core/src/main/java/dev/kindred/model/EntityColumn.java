package dev.kindred.model;

import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A typed column, a constant of a generated class: {@code User_.EMAIL}. Its tests give conditions for a query; null and
 * empty lists never mean "no condition". Immutable and thread-safe; two are equal when entity, member and column are.
 *
 * <p>PostgreSQL cannot compare values of some types, such as json, xml and point, and has no order of some others. A
 * comparison, an order and groups of such a column are a {@link dev.kindred.error.MappingException}.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 */
public sealed interface EntityColumn<E, T> permits PlainColumn, ComparableColumn {

    /** Returns what is known of this column. */
    ColumnDefinition<E, T> definition();

    /** Returns the name of the member. */
    default String member() {
        return definition().name().member();
    }

    /** Returns how values are written and read. */
    default SqlType<T> type() {
        return definition().type();
    }

    /** Tells whether this column is {@code trait} besides a value. */
    default boolean is(ColumnTrait trait) {
        return definition().traits().contains(Checks.notNull(trait, "trait"));
    }

    /** Returns the value of the member in {@code entity}. */
    default @Nullable T get(E entity) {
        return definition().getter().apply(entity);
    }

    /**
     * Tells whether {@code value} stands for a value the database has yet to make: null, or zero in a primitive member.
     */
    default boolean isUnset(@Nullable Object value) {
        return value == null || (value.equals(definition().absent()) && is(ColumnTrait.GENERATED));
    }

    /** Equal to {@code value}; to null: {@code IS NULL}. */
    default Condition<E> eq(@Nullable T value) {
        return value == null ? isNull() : Conditions.compare(this, ComparisonOperator.EQUAL, value);
    }

    /** Not equal to {@code value}, which no null is; to null: {@code IS NOT NULL}. */
    default Condition<E> ne(@Nullable T value) {
        return value == null ? isNotNull() : Conditions.compare(this, ComparisonOperator.NOT_EQUAL, value);
    }

    /** One of {@code values}, bound as one array; of none: false. A null among them matches null. */
    default Condition<E> in(Collection<? extends @Nullable T> values) {
        return Conditions.in(this, values);
    }

    /** One of {@code values}, bound as one array; of none: false. */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition<E> in(T... values) {
        return Conditions.in(this, Arrays.asList(Checks.notNull(values, "values")));
    }

    /** One of the values of a query, which no null is: a sub-query; of none: false. */
    default Condition<E> in(ColumnValues<? extends @Nullable T> values) {
        return Conditions.in(this, values);
    }

    /**
     * Not null, and none of the values of a query: a sub-query. Nulls are left out of the result of the query, after
     * its limit, its offset and its distinct; of no values: not null.
     */
    default Condition<E> notIn(ColumnValues<? extends @Nullable T> values) {
        return Conditions.notIn(this, values);
    }

    /** None of {@code values}, which no null is; of none: true. */
    default Condition<E> notIn(Collection<? extends @Nullable T> values) {
        return Conditions.notIn(this, values);
    }

    /** Null. */
    default Condition<E> isNull() {
        return Conditions.isNull(this);
    }

    /** Not null. */
    default Condition<E> isNotNull() {
        return Conditions.isNull(this).not();
    }

    /** Sorts upwards; nulls last. */
    default SortOrder<E> asc() {
        return SortOrder.of(this, Direction.ASCENDING);
    }

    /** Sorts downwards; nulls first. */
    default SortOrder<E> desc() {
        return SortOrder.of(this, Direction.DESCENDING);
    }

    /** Gives the column a value in a write; null for null. */
    default Assignment<E> set(@Nullable T value) {
        return new Assignment<>(this, value);
    }
}
