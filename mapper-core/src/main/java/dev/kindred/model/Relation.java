package dev.kindred.model;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.sql.RelationParts;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A typed relation, a constant of a generated class: {@code User_.PROFILE}. Two relations are equal if kind, entity and
 * name are equal. Immutable and thread-safe.
 *
 * <p>This is an abstract class whose constructor is not visible: only Kindred adds kinds of relations. It is not
 * sealed, so a new kind does not break a {@code switch} of a user.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public abstract class Relation<E, R> extends Wrapper<RelationParts<E>> {

    private final RelationDefinition<E, R> definition;

    Relation(RelationDefinition<E, R> definition, RelationParts.KeySide key, RelationParts.Cardinality cardinality) {
        super(Checks.notNull(definition, "definition").parts(key, cardinality));
        this.definition = definition;
    }

    RelationDefinition<E, R> definition() {
        return definition;
    }

    /** Returns the entity that declares this relation. */
    public final Class<E> entity() {
        return definition.entity();
    }

    /** Returns the name of the member. */
    public final String name() {
        return definition.name();
    }

    /** Returns the model of the related entity. */
    public final EntityModel<R> related() {
        return definition.related();
    }

    /** Returns the key columns of the declaring entity. */
    public final List<EntityColumn<E, ?>> sourceKey() {
        return definition.sourceKey();
    }

    /**
     * Returns the key columns of the related entity, in the order of {@link #sourceKey()}. If tables are between both,
     * these are the columns that the last of the tables links.
     */
    public final List<EntityColumn<R, ?>> targetKey() {
        return definition.targetKey();
    }

    /**
     * Returns the model of the pivot table of a many-to-many relation, or empty for another relation. If no entity has
     * the table, the model has the class of {@link #entity()} and only describes the table.
     */
    public Optional<EntityModel<?>> pivotModel() {
        return Optional.empty();
    }

    /** Returns the ON DELETE action of the foreign key, or null if none is declared. */
    public final @Nullable OnDelete onDelete() {
        return definition.options().onDelete();
    }

    /** Returns the pairs of {@code meta} of the declaration, for tools. */
    public final Map<String, String> meta() {
        return definition.options().meta();
    }

    /** A related row exists. */
    public final Condition<E> exists() {
        return exists(UnaryOperator.identity());
    }

    /** A related row satisfies the conditions of {@code rows}. */
    public final Condition<E> exists(UnaryOperator<RelatedRows<R>> rows) {
        return RelationConditions.exists(RelationConditions.existing(this, rows));
    }

    /** No related row exists. */
    public final Condition<E> doesntExist() {
        return exists().not();
    }

    /** No related row satisfies the conditions of {@code rows}. */
    public final Condition<E> doesntExist(UnaryOperator<RelatedRows<R>> rows) {
        return exists(rows).not();
    }

    /**
     * The related row is the row of {@code related}. Compares the key of the relation with the key of {@code related},
     * without a sub-query. If tables are between both, a sub-query tests whether {@code related} is one of the related
     * rows. If the key of {@code related} is null, the condition is false.
     */
    public final Condition<E> is(R related) {
        return RelationConditions.is(this, Checks.notNull(related, "related"));
    }

    /** The opposite of {@link #is}: the related row is another row, or the key of this relation is null. */
    public final Condition<E> isNot(R related) {
        return RelationConditions.isNot(this, Checks.notNull(related, "related"));
    }

    /** The number of related rows. */
    public final Aggregate<E, Long> count() {
        return count(UnaryOperator.identity());
    }

    /** The number of related rows among {@code rows}. */
    public final Aggregate<E, Long> count(UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(this, AggregateFunction.COUNT, SqlTypes.LONG, rows);
    }

    /** Whether a related row exists, as a value of the result. The condition is {@link #exists()}. */
    public final Aggregate<E, Boolean> existence() {
        return existence(UnaryOperator.identity());
    }

    /** Whether a related row satisfies the conditions of {@code rows}, as a value of the result. */
    public final Aggregate<E, Boolean> existence(UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(this, AggregateFunction.EXISTS, SqlTypes.BOOLEAN, rows);
    }

    /** The sum of {@code column}, exact for integers and {@code numeric}; null without a value. */
    public final Aggregate<E, @Nullable BigDecimal> sum(NumberColumn<R, ?> column) {
        return sum(column, UnaryOperator.identity());
    }

    /** The sum of {@code column} among {@code rows}, as {@link #sum(NumberColumn)}. */
    public final Aggregate<E, @Nullable BigDecimal> sum(NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this, RelationAggregates.over(AggregateFunction.SUM, column), SqlTypes.BIG_DECIMAL, rows);
    }

    /**
     * The sum of {@code column} as a {@code long}, rounded by the server; a sum outside the range of {@code long} is
     * an error of the server. Null without a value.
     */
    public final Aggregate<E, @Nullable Long> sumAsLong(NumberColumn<R, ?> column) {
        return sumAsLong(column, UnaryOperator.identity());
    }

    /** The sum of {@code column} among {@code rows}, as {@link #sumAsLong(NumberColumn)}. */
    public final Aggregate<E, @Nullable Long> sumAsLong(NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(this, RelationAggregates.over(AggregateFunction.SUM, column), SqlTypes.LONG, rows);
    }

    /** The mean of {@code column}; null when there is no value. */
    public final Aggregate<E, @Nullable BigDecimal> avg(NumberColumn<R, ?> column) {
        return avg(column, UnaryOperator.identity());
    }

    /** The mean of {@code column} among {@code rows}; null when there is no value. */
    public final Aggregate<E, @Nullable BigDecimal> avg(NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this, RelationAggregates.over(AggregateFunction.AVG, column), SqlTypes.BIG_DECIMAL, rows);
    }

    /** The mean of {@code column} as a {@code double}; null when there is no value. */
    public final Aggregate<E, @Nullable Double> avgAsDouble(NumberColumn<R, ?> column) {
        return avgAsDouble(column, UnaryOperator.identity());
    }

    /** The mean of {@code column} among {@code rows} as a {@code double}; null when there is no value. */
    public final Aggregate<E, @Nullable Double> avgAsDouble(
            NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this, RelationAggregates.over(AggregateFunction.AVG, column), SqlTypes.DOUBLE, rows);
    }

    /** The smallest value of {@code column}; null without a value. */
    public final <T> Aggregate<E, @Nullable T> min(ComparableColumn<R, T> column) {
        return min(column, UnaryOperator.identity());
    }

    /** The smallest value of {@code column} among {@code rows}; null without a value. */
    public final <T> Aggregate<E, @Nullable T> min(ComparableColumn<R, T> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this,
                RelationAggregates.over(AggregateFunction.MIN, column),
                Checks.notNull(column, "column").type(),
                rows);
    }

    /** The greatest value of {@code column}; null without a value. */
    public final <T> Aggregate<E, @Nullable T> max(ComparableColumn<R, T> column) {
        return max(column, UnaryOperator.identity());
    }

    /** The greatest value of {@code column} among {@code rows}; null without a value. */
    public final <T> Aggregate<E, @Nullable T> max(ComparableColumn<R, T> column, UnaryOperator<RelatedRows<R>> rows) {
        return RelationAggregates.of(
                this,
                RelationAggregates.over(AggregateFunction.MAX, column),
                Checks.notNull(column, "column").type(),
                rows);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Relation<?, ?> relation
                && relation.getClass() == getClass()
                && relation.definition.equals(definition);
    }

    @Override
    public final int hashCode() {
        return definition.hashCode();
    }

    @Override
    public final String toString() {
        return definition.toString();
    }
}
