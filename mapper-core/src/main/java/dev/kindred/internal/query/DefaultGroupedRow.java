package dev.kindred.internal.query;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.GroupValue;
import dev.kindred.query.GroupedRow;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** A row of a grouped query: the keys, then the values. Immutable and thread-safe. */
public final class DefaultGroupedRow<E> implements GroupedRow<E> {

    private final Groups<E> groups;
    private final List<@Nullable Object> values;

    /** Creates the row from the keys and values of {@code groups}, in their order. */
    public DefaultGroupedRow(Groups<E> groups, List<@Nullable Object> values) {
        this.groups = Checks.notNull(groups, "groups");
        this.values = Checks.notNull(values, "values");
    }

    @Override
    public <T> T get(EntityColumn<E, T> key) {
        return required(getOrNull(key), key);
    }

    @Override
    @SuppressWarnings("unchecked") // the value was read with the type of its column
    public <T> @Nullable T getOrNull(EntityColumn<E, T> key) {
        return (T) value(groups.position(Checks.notNull(key, "key")), key);
    }

    @Override
    public <T extends @Nullable Object> @NonNull T get(GroupValue<E, T> value) {
        return required(getOrNull(value), value);
    }

    @Override
    @SuppressWarnings("unchecked") // the value was read with its type
    public <T extends @Nullable Object> @Nullable T getOrNull(GroupValue<E, T> value) {
        return (T) value(groups.position(Checks.notNull(value, "value")), value);
    }

    private static <T extends @Nullable Object> @NonNull T required(@Nullable T value, Object wanted) {
        if (value == null) {
            throw new MappingException("The value of " + wanted + " is null in a group. Read it with getOrNull(..).");
        }
        return value;
    }

    private @Nullable Object value(int position, Object wanted) {
        Checks.argument(
                position >= 0,
                "The groups do not have " + wanted + "; they have " + groups.keys() + " and " + groups.values()
                        + ". Add it to groupBy(..) or with(..).");
        return values.get(position);
    }
}
