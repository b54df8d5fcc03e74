package dev.kindred.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs of one parent that a caller names: distinct keys of related rows, each with the same columns of the pivot.
 * Immutable.
 *
 * @param <P> the pivot
 * @param keys the keys: a value for one column, or a list for several
 * @param columns the columns of the pivot that have a value for each pair
 * @param values the values of each pair, in the order of the columns
 */
public record WantedLinks<P>(List<Object> keys, List<EntityColumn<P, ?>> columns, List<List<Assignment<P>>> values) {

    public WantedLinks {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /** Returns pairs without values. A key that occurs again has no effect. */
    public static <P> WantedLinks<P> of(List<Object> keys) {
        List<Object> distinct = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Object key : keys) {
            if (seen.add(RelationKey.of(key))) {
                distinct.add(key);
            }
        }
        return new WantedLinks<>(distinct, List.of(), List.of());
    }

    /**
     * Returns pairs with values.
     *
     * @throws IllegalArgumentException if a key occurs twice, or if two pairs have values for different columns
     */
    public static <P> WantedLinks<P> of(List<Object> keys, List<List<Assignment<P>>> values) {
        List<EntityColumn<P, ?>> columns = new ArrayList<>();
        if (!values.isEmpty()) {
            values.get(0).forEach(value -> columns.add(value.column()));
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(RelationKey.of(keys.get(i)))) {
                throw new IllegalArgumentException("Two links have the same key" + shown(keys.get(i))
                        + ". List each related row once, because each link has its own values.");
            }
            List<EntityColumn<P, ?>> own = new ArrayList<>();
            values.get(i).forEach(value -> own.add(value.column()));
            if (own.size() != columns.size() || !Set.copyOf(columns).equals(Set.copyOf(own))) {
                throw new IllegalArgumentException("The links set different columns: " + columns + " and " + own
                        + ". Set the same columns in each link.");
            }
        }
        return new WantedLinks<>(keys, columns, values);
    }

    /** A number or a UUID identifies no person. Another key may, so the message does not contain it. */
    private static String shown(Object key) {
        return key instanceof Number || key instanceof java.util.UUID ? " " + key : "";
    }

    /** Returns whether no pair is wanted. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }
}
