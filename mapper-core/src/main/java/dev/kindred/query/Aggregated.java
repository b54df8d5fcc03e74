package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity together with values made of the rows that its relations lead to. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class Aggregated<E> {

    private final E entity;
    private final List<Aggregate<E, ?>> aggregates;
    private final List<@Nullable Object> values;

    /** Takes the values of {@code aggregates}, in their order. */
    public Aggregated(E entity, List<Aggregate<E, ?>> aggregates, List<@Nullable Object> values) {
        this.entity = Checks.notNull(entity, "entity");
        this.aggregates = Checks.noNulls(aggregates, "aggregates");
        this.values = Collections.unmodifiableList(new ArrayList<>(Checks.notNull(values, "values")));
        Checks.argument(aggregates.size() == values.size(), "there are as many values as aggregates");
    }

    /** Returns the entity. */
    public E entity() {
        return entity;
    }

    /** Returns the aggregates that there is a value of, in the order in which they were asked for. */
    public List<Aggregate<E, ?>> aggregates() {
        return aggregates;
    }

    /**
     * Returns the value of an aggregate, the same or one that is equal to it.
     *
     * @throws IllegalArgumentException when it was not asked for; the message lists those that were
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the value was read with the type of its aggregate
    public <T extends @Nullable Object> T get(Aggregate<E, T> aggregate) {
        return (T)
                values.get(indexOf(aggregates.indexOf(Checks.notNull(aggregate, "aggregate")), aggregate.toString()));
    }

    /**
     * Returns the value of the aggregate with a label.
     *
     * @throws IllegalArgumentException when none was asked for under that label; the message lists those that were
     * @throws ClassCastException when the value is not of {@code type}
     */
    public <T> @Nullable T get(String label, Class<T> type) {
        Checks.notNull(label, "label");
        Checks.notNull(type, "type");
        int index = -1;
        for (int i = 0; i < aggregates.size(); i++) {
            index = aggregates.get(i).label().equals(label) ? i : index;
        }
        return type.cast(values.get(indexOf(index, label)));
    }

    private int indexOf(int index, String wanted) {
        Checks.argument(
                index >= 0,
                "There is no aggregate " + wanted + " here; the query has " + aggregates + ". Add it to with(..).");
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aggregated<?> aggregated
                && aggregated.entity.equals(entity)
                && aggregated.aggregates.equals(aggregates)
                && aggregated.values.equals(values);
    }

    @Override
    public int hashCode() {
        return 31 * entity.hashCode() + values.hashCode();
    }

    /** Shows the entity and which values there are. */
    @Override
    public String toString() {
        return entity + " with " + aggregates;
    }
}
