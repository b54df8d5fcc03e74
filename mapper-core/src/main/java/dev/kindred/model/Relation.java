package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.ReferentialAction;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A typed relation, a constant of a generated class: {@code User_.PROFILE}. Immutable and thread-safe; two are equal when entity and
 * name are.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public sealed interface Relation<E, R> permits HasOne, BelongsTo {

    /** Returns the entity that declares this relation. */
    Class<E> entity();

    /** Returns the name of the member. */
    String name();

    /** Returns the model of the related entity. */
    EntityModel<R> related();

    /** Returns the columns of the declaring entity that the relation goes by. */
    List<Column<E, ?>> sourceKey();

    /** Returns the columns of the related entity that the relation goes by, in the order of {@link #sourceKey()}. */
    List<Column<R, ?>> targetKey();

    /** Returns what the database does with the row that points when the other one is deleted, or null when nobody said it. */
    @Nullable
    ReferentialAction onDelete();

    /** Returns the handle that {@code entity} holds, or null when the user built the entity without one. */
    @Nullable
    Object handle(E entity);

    /** There is a related row. */
    default Condition<E> exists() {
        return exists(UnaryOperator.identity());
    }

    /** There is a related row among {@code rows}. */
    default Condition<E> exists(UnaryOperator<RelatedRows<R>> rows) {
        return RelationConditions.exists(RelationConditions.rows(this, rows));
    }

    /** There is no related row. */
    default Condition<E> doesntExist() {
        return exists().not();
    }

    /** There is no related row among {@code rows}. */
    default Condition<E> doesntExist(UnaryOperator<RelatedRows<R>> rows) {
        return exists(rows).not();
    }

    /**
     * This relation leads to {@code related}: its key, of which no value is looked up. Of an entity whose key is null, false, since that
     * matches nothing.
     */
    default Condition<E> leadsTo(R related) {
        return RelationConditions.leadsTo(this, Checks.notNull(related, "related"));
    }

    /** The opposite of {@link #leadsTo}: this relation leads elsewhere, or nowhere since its key is null. */
    default Condition<E> leadsElsewhereThan(R related) {
        return RelationConditions.leadsElsewhereThan(this, Checks.notNull(related, "related"));
    }

    /** The number of related rows. */
    default Aggregate<E, Long> count() {
        return count(UnaryOperator.identity());
    }

    /** The number of related rows among {@code rows}. */
    default Aggregate<E, Long> count(UnaryOperator<RelatedRows<R>> rows) {
        return Aggregates.count(this, rows);
    }
}
