package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.Conversions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns that somebody outside may write, such as the author of a request: what comes as a map of names and values becomes assignments
 * of these columns, and anything else is refused. Keys, versions, audit times and read-only columns can never be among them. Immutable and
 * thread-safe.
 *
 * @param <E> the entity
 */
public final class AssignableColumns<E> {

    private final Map<String, Column<E, ?>> columns;

    private AssignableColumns(Collection<? extends Column<E, ?>> columns) {
        Map<String, Column<E, ?>> byMember = new LinkedHashMap<>();
        for (Column<E, ?> column : columns) {
            Checks.argument(
                    !column.is(ColumnTrait.ID)
                            && !column.is(ColumnTrait.VERSION)
                            && !column.is(ColumnTrait.CREATED_AT)
                            && !column.is(ColumnTrait.UPDATED_AT)
                            && !column.is(ColumnTrait.READ_ONLY),
                    "The column " + column
                            + " is a key, a version, an audit time or read only, which nobody outside may"
                            + " write. Leave it out.");
            byMember.put(column.member(), column);
        }
        this.columns = byMember;
    }

    /** Returns the list of {@code columns}. */
    public static <E> AssignableColumns<E> of(Collection<? extends Column<E, ?>> columns) {
        return new AssignableColumns<>(Checks.noNulls(columns, "columns"));
    }

    /** Returns the list of {@code columns}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> AssignableColumns<E> of(Column<E, ?>... columns) {
        return of(Arrays.asList(Checks.notNull(columns, "columns")));
    }

    /**
     * Returns the assignments of {@code values}, whose names are those of the members. Integers of any width, and texts that are a UUID, a
     * decimal, a time in ISO form or the name of an enum's constant, become what the column holds.
     *
     * @throws MappingException when a name is not one of these columns, when a value is not one that its column holds, or when it is null and
     *     the column takes no null; the message does not show the value, and nothing of {@code values} is used
     */
    public List<Assignment<E>> from(Map<String, ? extends @Nullable Object> values) {
        List<Assignment<E>> assignments = new ArrayList<>();
        for (Map.Entry<String, ? extends @Nullable Object> value :
                Checks.notNull(values, "values").entrySet()) {
            @Nullable Column<E, ?> column = columns.get(value.getKey());
            if (column == null) {
                throw new MappingException("There is no assignable column \"" + value.getKey() + "\"; there are "
                        + columns.keySet() + ". Leave it out, or allow it.");
            }
            assignments.add(new Assignment<>(column, converted(column, value.getValue())));
        }
        return List.copyOf(assignments);
    }

    private static @Nullable Object converted(Column<?, ?> column, @Nullable Object value) {
        if (value == null) {
            if (!column.is(ColumnTrait.NULLABLE)) {
                throw new MappingException("The " + column + " takes no null, but a null came.");
            }
            return null;
        }
        Class<?> type = column.type().javaType();
        @Nullable Object converted = Conversions.fromInput(type, value);
        if (converted == null) {
            throw new MappingException("The value that came for " + column + ", a "
                    + value.getClass().getSimpleName() + ", is not a " + type.getSimpleName() + ".");
        }
        return converted;
    }
}
