package dev.kindred.model;

import dev.kindred.error.InputException;
import dev.kindred.error.InputViolation;
import dev.kindred.error.InputViolation.Code;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an external input, such as a request body, may set. {@link #from} converts a map of names and values
 * to assignments of these columns and rejects all other names. Keys, versions, audit columns and read-only columns are
 * not allowed. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class AssignableColumns<E> {

    /** The maximum number of violations in a message. */
    private static final int SHOWN = 10;

    private final Map<String, EntityColumn<E, ?>> columns;

    private AssignableColumns(Collection<? extends EntityColumn<E, ?>> columns) {
        Map<String, EntityColumn<E, ?>> byMember = new LinkedHashMap<>();
        for (EntityColumn<E, ?> column : columns) {
            Checks.argument(
                    !Nodes.of(column).is(ColumnTrait.ID)
                            && !Nodes.of(column).is(ColumnTrait.VERSION)
                            && !Nodes.of(column).isAudit()
                            && !Nodes.of(column).is(ColumnTrait.READ_ONLY)
                            && !Nodes.of(column).is(ColumnTrait.TENANT),
                    "The column " + column
                            + " is a key, a version, an audit column or read"
                            + " only, so an external input cannot set it. Leave it out.");
            byMember.put(column.member(), column);
        }
        this.columns = byMember;
    }

    /** Returns the list of {@code columns}. */
    public static <E> AssignableColumns<E> of(Collection<? extends EntityColumn<E, ?>> columns) {
        return new AssignableColumns<>(Checks.noNulls(columns, "columns"));
    }

    /** Returns the list of {@code columns}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> AssignableColumns<E> of(EntityColumn<E, ?>... columns) {
        return of(Arrays.asList(Checks.notNull(columns, "columns")));
    }

    /**
     * Converts {@code values}, by member name, to assignments.
     *
     * <ul>
     *   <li>Integers of any width, and texts with a UUID, a decimal, an ISO time or the name of an enum constant, are
     *       converted to the type of the column.
     *   <li>Nulls are checked, and the lengths and ranges that the columns declare.
     * </ul>
     *
     * @throws InputException with all violations: a name that is not one of these columns, a value that does not fit
     *     its column, or a null for a column that is not nullable; the message contains no value, and no part of
     *     {@code values} is used
     */
    public List<Assignment<E>> from(Map<String, ? extends @Nullable Object> values) {
        List<Assignment<E>> assignments = new ArrayList<>();
        List<InputViolation> violations = new ArrayList<>();
        for (Map.Entry<String, ? extends @Nullable Object> value :
                Checks.notNull(values, "values").entrySet()) {
            @Nullable String name = value.getKey();
            @Nullable EntityColumn<E, ?> column = columns.get(name);
            if (column == null) {
                violations.add(new InputViolation(Shown.name(String.valueOf(name)), Code.NOT_ASSIGNABLE, null));
                continue;
            }
            InputValue input = InputValue.of(column, value.getValue());
            if (input.violation() == null) {
                assignments.add(new Assignment<>(column, input.value()));
            } else {
                violations.add(input.violation());
            }
        }
        if (!violations.isEmpty()) {
            throw refused(violations);
        }
        return List.copyOf(assignments);
    }

    private InputException refused(List<InputViolation> violations) {
        String entity = columns.values().stream()
                .findFirst()
                .map(column -> Nodes.of(column).name().entity().getSimpleName() + ": ")
                .orElse("");
        String more = violations.size() > SHOWN ? ", and " + (violations.size() - SHOWN) + " more" : "";
        return new InputException(
                "The input does not fit " + entity
                        + violations.stream()
                                .limit(SHOWN)
                                .map(InputViolation::toString)
                                .collect(Collectors.joining(", "))
                        + more + ". Assignable: " + String.join(", ", columns.keySet()) + ".",
                violations);
    }
}
