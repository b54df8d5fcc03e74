package dev.kindred.model;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A typed column, a constant of a generated class such as {@code User_.EMAIL}. Its tests return conditions; nulls and
 * empty lists are values and never mean "no condition". Immutable and thread-safe; two are equal if their entities,
 * members and columns are equal.
 *
 * <p>PostgreSQL does not compare values of some types, such as json, xml and point, and does not sort some others.
 * Using such a column in a comparison, an order or a group key is a {@link dev.kindred.error.MappingException}.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 */
public sealed class EntityColumn<E, T> extends Wrapper<ColumnDefinition<E, T>> permits ComparableColumn {

    EntityColumn(ColumnDefinition<E, T> definition) {
        super(definition);
    }

    /** Returns the name of the member. */
    public final String member() {
        return Nodes.of(this).name().member();
    }

    /** Returns the type, which converts written and read values. */
    public final SqlType<T> type() {
        return Nodes.of(this).type();
    }

    /** Returns the value of the member in {@code entity}, or null. */
    public final @Nullable T getOrNull(E entity) {
        return Nodes.of(this).getter().apply(entity);
    }

    /** Equal to {@code value}; for null: {@code IS NULL}. */
    public final Condition<E> eq(@Nullable T value) {
        return value == null ? isNull() : Conditions.compare(this, ComparisonOperator.EQUAL, value);
    }

    /** Not equal to {@code value}, and not null; for null: {@code IS NOT NULL}. */
    public final Condition<E> ne(@Nullable T value) {
        return value == null ? isNotNull() : Conditions.compare(this, ComparisonOperator.NOT_EQUAL, value);
    }

    /** One of {@code values}, bound as one array. False without values. A null among them matches null. */
    public final Condition<E> in(Collection<? extends @Nullable T> values) {
        return Conditions.in(this, values);
    }

    /** One of {@code values}, bound as one array. False without values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition<E> in(T... values) {
        return Conditions.in(this, Arrays.asList(Checks.notNull(values, "values")));
    }

    /** One of the values of a query, as a sub-query. A null matches nothing. False if the query has no rows. */
    public final Condition<E> in(ColumnValues<? extends @Nullable T> values) {
        return Conditions.in(this, values);
    }

    /**
     * Not null, and none of the values of a query, as a sub-query. Nulls are removed from the result of the query after
     * its limit, offset and distinct. Without values: not null.
     */
    public final Condition<E> notIn(ColumnValues<? extends @Nullable T> values) {
        return Conditions.notIn(this, values);
    }

    /**
     * None of {@code values}; a null column does not match. An empty collection matches every row, also a null column.
     */
    public final Condition<E> notIn(Collection<? extends @Nullable T> values) {
        return Conditions.notIn(this, values);
    }

    /** Null. */
    public final Condition<E> isNull() {
        return Conditions.isNull(this);
    }

    /** Not null. */
    public final Condition<E> isNotNull() {
        return Conditions.isNull(this).not();
    }

    /** Sorts in ascending order; nulls last. */
    public final SortOrder<E> asc() {
        return SortOrder.of(this, Direction.ASCENDING);
    }

    /** Sorts in descending order; nulls first. */
    public final SortOrder<E> desc() {
        return SortOrder.of(this, Direction.DESCENDING);
    }

    /** Returns the assignment of {@code value} to the column. */
    public final Assignment<E> set(@Nullable T value) {
        return new Assignment<>(this, value);
    }

    @Override
    public final String toString() {
        return Nodes.of(this).toString();
    }
}
