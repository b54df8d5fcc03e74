package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.GroupValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group of a grouped query: what its rows have in common, and values made of them. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class GroupedRow<E> {

    private final Groups<E> groups;
    private final List<@Nullable Object> values;

    /** Takes the keys and values of {@code groups}, in their order. */
    public GroupedRow(Groups<E> groups, List<@Nullable Object> values) {
        this.groups = Checks.notNull(groups, "groups");
        this.values = Checks.notNull(values, "values");
    }

    /**
     * Returns what the rows have in common in a column, or null when that is null.
     *
     * @throws IllegalArgumentException when the query does not group by it
     */
    @SuppressWarnings("unchecked") // the value was read with the type of its column
    public <T> @Nullable T get(EntityColumn<E, T> key) {
        return (T) value(groups.position(Checks.notNull(key, "key")), key);
    }

    /**
     * Returns a value made of the rows.
     *
     * @throws IllegalArgumentException when it was not asked for
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the value was read with its type
    public <T extends @Nullable Object> T get(GroupValue<E, T> value) {
        return (T) value(groups.position(Checks.notNull(value, "value")), value);
    }

    private @Nullable Object value(int position, Object wanted) {
        Checks.argument(
                position >= 0,
                "The groups do not have " + wanted + "; they have " + groups.keys() + " and " + groups.values()
                        + ". Add it to groupBy(..) or with(..).");
        return values.get(position);
    }
}
