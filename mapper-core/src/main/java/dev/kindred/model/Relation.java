package dev.kindred.model;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A typed relation, a constant of a generated class: {@code User_.PROFILE}. Two relations are equal if entity and name are
 * equal. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public sealed interface Relation<E, R> permits HasOneRelation, BelongsToRelation {

    /** Returns the definition of this relation. */
    RelationDefinition<E, R> definition();

    /** Returns the entity that declares this relation. */
    Class<E> entity();

    /** Returns the name of the member. */
    String name();

    /** Returns the model of the related entity. */
    EntityModel<R> related();

    /** Returns the key columns of the declaring entity. */
    List<EntityColumn<E, ?>> sourceKey();

    /** Returns the key columns of the related entity, in the order of {@link #sourceKey()}. */
    List<EntityColumn<R, ?>> targetKey();

    /** Returns whether the declaring entity holds the foreign key. Otherwise the related entity holds it. */
    boolean holdsForeignKey();

    /** Returns whether writes of the declaring entity touch the related row. */
    boolean touchesOwner();

    /** Returns whether {@code other} links the same columns from the other side. */
    default boolean isInverseOf(Relation<?, ?> other) {
        return holdsForeignKey() != Checks.notNull(other, "other").holdsForeignKey()
                && related().type() == other.entity()
                && sourceKey().equals(other.targetKey())
                && targetKey().equals(other.sourceKey());
    }

    /** Returns what the database does with the referencing row when the referenced row is deleted, or null if not set. */
    @Nullable
    OnDelete onDelete();

    /** Returns the handle that {@code entity} holds, or null if the entity was created without one. */
    @Nullable
    Object handle(E entity);

    /** Returns the pairs of {@code meta} of the declaration, for tools. */
    default Map<String, String> meta() {
        return definition().options().meta();
    }

    /** Returns the rows of the scope of this relation. */
    default RelatedRows<R> rows() {
        return RelationConditions.scoped(this);
    }

    /**
     * Returns whether an order selects one of many rows: the order of the scope, or {@code latestBy} and {@code oldestBy}. The
     * row is selected first. Conditions of a query, a preload or a filter apply to it.
     */
    default boolean isOneOfMany() {
        return !Nodes.of(rows()).orderBy().isEmpty();
    }

    /**
     * Returns the values that the scope requires of single columns: a value for each column that must equal it, null for each
     * column that must be null. Rows that are created through this relation get them.
     */
    default List<Assignment<R>> defaults() {
        return RelationConditions.defaults(related(), Nodes.of(rows()).fixed());
    }

    /** A related row exists. */
    default Condition<E> exists() {
        return exists(UnaryOperator.identity());
    }

    /** A related row exists in {@code rows}. */
    default Condition<E> exists(UnaryOperator<RelatedRows<R>> rows) {
        return RelationConditions.exists(RelationConditions.existing(this, rows));
    }

    /** No related row exists. */
    default Condition<E> doesntExist() {
        return exists().not();
    }

    /** No related row exists in {@code rows}. */
    default Condition<E> doesntExist(UnaryOperator<RelatedRows<R>> rows) {
        return exists(rows).not();
    }

    /**
     * The related row is the row of {@code related}. Compares the key of the relation with the key of {@code related}, without a sub-query. If
     * the key of {@code related} is null, the condition is false.
     */
    default Condition<E> is(R related) {
        return RelationConditions.is(this, Checks.notNull(related, "related"));
    }

    /** The opposite of {@link #is}: the related row is another row, or the key of this relation is null. */
    default Condition<E> isNot(R related) {
        return RelationConditions.isNot(this, Checks.notNull(related, "related"));
    }

    /** The number of related rows. */
    default Aggregate<E, Long> count() {
        return count(UnaryOperator.identity());
    }

    /** The number of related rows among {@code rows}. */
    default Aggregate<E, Long> count(UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(this, AggregateFunction.COUNT, SqlTypes.LONG, rows);
    }

    /** Whether a related row exists, as a value of the result. The condition is {@link #exists()}. */
    default Aggregate<E, Boolean> existence() {
        return existence(UnaryOperator.identity());
    }

    /** Whether a related row exists in {@code rows}, as a value of the result. */
    default Aggregate<E, Boolean> existence(UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(this, AggregateFunction.EXISTS, SqlTypes.BOOLEAN, rows);
    }

    /** The sum of {@code column}, exact for every exact type; null when there is no value to add up. */
    default Aggregate<E, @Nullable BigDecimal> sum(NumberColumn<R, ?> column) {
        return sum(column, UnaryOperator.identity());
    }

    /** The sum of {@code column} among {@code rows}, as {@link #sum(NumberColumn)}. */
    default Aggregate<E, @Nullable BigDecimal> sum(NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this, RelationAggregates.over(AggregateFunction.SUM, column), SqlTypes.BIG_DECIMAL, rows);
    }

    /**
     * The sum of {@code column} as a {@code long}, rounded by the server; one that is too large is an error of the server. Null when there
     * is no value to add up.
     */
    default Aggregate<E, @Nullable Long> sumAsLong(NumberColumn<R, ?> column) {
        return sumAsLong(column, UnaryOperator.identity());
    }

    /** The sum of {@code column} among {@code rows}, as {@link #sumAsLong(NumberColumn)}. */
    default Aggregate<E, @Nullable Long> sumAsLong(NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(this, RelationAggregates.over(AggregateFunction.SUM, column), SqlTypes.LONG, rows);
    }

    /** The mean of {@code column}; null when there is no value. */
    default Aggregate<E, @Nullable BigDecimal> avg(NumberColumn<R, ?> column) {
        return avg(column, UnaryOperator.identity());
    }

    /** The mean of {@code column} among {@code rows}; null when there is no value. */
    default Aggregate<E, @Nullable BigDecimal> avg(NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this, RelationAggregates.over(AggregateFunction.AVG, column), SqlTypes.BIG_DECIMAL, rows);
    }

    /** The mean of {@code column} as a {@code double}; null when there is no value. */
    default Aggregate<E, @Nullable Double> avgAsDouble(NumberColumn<R, ?> column) {
        return avgAsDouble(column, UnaryOperator.identity());
    }

    /** The mean of {@code column} among {@code rows} as a {@code double}; null when there is no value. */
    default Aggregate<E, @Nullable Double> avgAsDouble(NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this, RelationAggregates.over(AggregateFunction.AVG, column), SqlTypes.DOUBLE, rows);
    }

    /** The smallest value of {@code column}; null when there is none. */
    default <T> Aggregate<E, @Nullable T> min(ComparableColumn<R, T> column) {
        return min(column, UnaryOperator.identity());
    }

    /** The smallest value of {@code column} among {@code rows}; null when there is none. */
    default <T> Aggregate<E, @Nullable T> min(ComparableColumn<R, T> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this,
                RelationAggregates.over(AggregateFunction.MIN, column),
                Checks.notNull(column, "column").type(),
                rows);
    }

    /** The greatest value of {@code column}; null when there is none. */
    default <T> Aggregate<E, @Nullable T> max(ComparableColumn<R, T> column) {
        return max(column, UnaryOperator.identity());
    }

    /** The greatest value of {@code column} among {@code rows}; null when there is none. */
    default <T> Aggregate<E, @Nullable T> max(ComparableColumn<R, T> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this,
                RelationAggregates.over(AggregateFunction.MAX, column),
                Checks.notNull(column, "column").type(),
                rows);
    }
}
