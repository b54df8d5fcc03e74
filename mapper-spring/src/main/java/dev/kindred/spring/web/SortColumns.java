package dev.kindred.spring.web;

import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.Shown;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.SortOrder;
import dev.kindred.spring.error.ParameterViolation;
import dev.kindred.spring.error.ParameterViolation.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which a request may sort, and the order without a {@code sort} parameter:
 * {@code SortColumns.of(User_.EMAIL, User_.CREATED_AT).byDefault(User_.EMAIL.asc())}. Any other name is a violation.
 * Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class SortColumns<E> {

    private final Map<String, Directions<E>> byName;
    private final List<SortOrder<E>> usual;

    private SortColumns(Map<String, Directions<E>> byName, List<SortOrder<E>> usual) {
        this.byName = byName;
        this.usual = usual;
    }

    /** Returns the list of {@code columns}, with the names of their members. */
    public static <E> SortColumns<E> of(Collection<? extends EntityColumn<E, ?>> columns) {
        SortColumns<E> all = new SortColumns<>(Map.of(), List.of());
        for (EntityColumn<E, ?> column : Checks.noNulls(columns, "columns")) {
            all = all.with(column.member(), column);
        }
        return all;
    }

    /** Returns the list of {@code columns}, with the names of their members. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> SortColumns<E> of(EntityColumn<E, ?>... columns) {
        return of(Arrays.asList(Checks.notNull(columns, "columns")));
    }

    /** Returns this list and {@code column}, with another name than that of its member. */
    public SortColumns<E> with(String name, EntityColumn<E, ?> column) {
        return with(name, Checks.notNull(column, "column").asc(), column.desc());
    }

    /** Returns this list and the two orders of {@code name}, for example with nulls last, or of an aggregate. */
    public SortColumns<E> with(String name, SortOrder<E> ascending, SortOrder<E> descending) {
        Checks.argument(
                !Checks.notBlank(name, "name").startsWith("-") && !name.contains(",") && name.equals(name.strip()),
                "name must not start with a minus, contain a comma, or start or end with a space");
        Map<String, Directions<E>> extended = new LinkedHashMap<>(byName);
        boolean isNew = extended.put(
                        name,
                        new Directions<>(
                                Checks.notNull(ascending, "ascending"), Checks.notNull(descending, "descending")))
                == null;
        Checks.argument(isNew, "The name " + name + " is already in the list");
        return new SortColumns<>(extended, usual);
    }

    /** Returns this list with the order of requests without a {@code sort}. By default only the primary key. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final SortColumns<E> byDefault(SortOrder<E>... orders) {
        return new SortColumns<>(byName, Checks.noNulls(Arrays.asList(Checks.notNull(orders, "orders")), "orders"));
    }

    /** Adds the violations of {@code terms} to {@code violations}, and returns the order. */
    List<SortOrder<E>> orders(List<String> terms, List<ParameterViolation> violations) {
        List<SortOrder<E>> orders = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String term : terms) {
            boolean descending = term.startsWith("-");
            String name = descending ? term.substring(1) : term;
            @Nullable Directions<E> directions = byName.get(name);
            if (directions == null) {
                violations.add(violation(Code.NOT_SORTABLE, name, List.copyOf(byName.keySet())));
            } else if (!seen.add(name)) {
                violations.add(violation(Code.REPEATED, name, List.of()));
            } else {
                orders.add(descending ? directions.descending : directions.ascending);
            }
        }
        return terms.isEmpty() ? usual : orders;
    }

    private static ParameterViolation violation(Code code, String name, List<String> allowed) {
        return new ParameterViolation(Parameters.SORT, code, null, Shown.name(name), allowed);
    }

    private record Directions<E>(SortOrder<E> ascending, SortOrder<E> descending) {}
}
