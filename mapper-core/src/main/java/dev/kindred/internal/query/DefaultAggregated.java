package dev.kindred.internal.query;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** An entity with the values of its aggregates, in their order. Immutable and thread-safe. */
public final class DefaultAggregated<E> implements Aggregated<E> {

    private final E entity;
    private final List<Aggregate<E, ?>> aggregates;
    private final List<@Nullable Object> values;

    /** Creates the result from the values of {@code aggregates}, in their order. */
    public DefaultAggregated(E entity, List<Aggregate<E, ?>> aggregates, List<@Nullable Object> values) {
        this.entity = Checks.notNull(entity, "entity");
        this.aggregates = Checks.noNulls(aggregates, "aggregates");
        this.values = Collections.unmodifiableList(new ArrayList<>(Checks.notNull(values, "values")));
        Checks.argument(aggregates.size() == values.size(), "each aggregate needs one value");
    }

    @Override
    public E entity() {
        return entity;
    }

    @Override
    public List<Aggregate<E, ?>> aggregates() {
        return aggregates;
    }

    @Override
    public <T extends @Nullable Object> @NonNull T get(Aggregate<E, T> aggregate) {
        return required(getOrNull(aggregate), aggregate);
    }

    @Override
    @SuppressWarnings("unchecked") // the value was read with the type of its aggregate
    public <T extends @Nullable Object> @Nullable T getOrNull(Aggregate<E, T> aggregate) {
        return (T)
                values.get(indexOf(aggregates.indexOf(Checks.notNull(aggregate, "aggregate")), aggregate.toString()));
    }

    @Override
    public <T> T get(String label, Class<T> type) {
        return required(getOrNull(label, type), label);
    }

    @Override
    public <T> @Nullable T getOrNull(String label, Class<T> type) {
        Checks.notNull(label, "label");
        Checks.notNull(type, "type");
        int index = -1;
        for (int i = 0; i < aggregates.size(); i++) {
            index = aggregates.get(i).label().equals(label) ? i : index;
        }
        return type.cast(values.get(indexOf(index, label)));
    }

    private static <T extends @Nullable Object> @NonNull T required(@Nullable T value, Object wanted) {
        if (value == null) {
            throw new MappingException("The aggregate " + wanted
                    + " is null, because no related row has a value. Read it with getOrNull(..).");
        }
        return value;
    }

    private int indexOf(int index, String wanted) {
        Checks.argument(
                index >= 0,
                "The query does not have the aggregate " + wanted + "; it has " + aggregates + ". Add it to with(..).");
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DefaultAggregated<?> aggregated
                && aggregated.entity.equals(entity)
                && aggregated.aggregates.equals(aggregates)
                && aggregated.values.equals(values);
    }

    @Override
    public int hashCode() {
        return 31 * entity.hashCode() + values.hashCode();
    }

    /** Returns the entity and the aggregates, without the values. */
    @Override
    public String toString() {
        return entity + " with " + aggregates;
    }
}
