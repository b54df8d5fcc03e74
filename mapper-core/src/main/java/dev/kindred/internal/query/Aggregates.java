package dev.kindred.internal.query;

import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The aggregates that a query reads with its entities. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param all the aggregates, each once
 */
public record Aggregates<E>(List<Aggregate<E, ?>> all) {

    public Aggregates {
        all = Checks.noNulls(all, "all");
    }

    /** Returns the aggregates of {@code aggregates}. */
    public static <E> Aggregates<E> of(Collection<? extends Aggregate<E, ?>> aggregates) {
        return new Aggregates<E>(List.of()).and(aggregates);
    }

    /**
     * Returns these aggregates and {@code aggregates}, without duplicates.
     *
     * @throws IllegalArgumentException if two different aggregates have the same label
     */
    public Aggregates<E> and(Collection<? extends Aggregate<E, ?>> aggregates) {
        List<Aggregate<E, ?>> both = new ArrayList<>(all);
        for (Aggregate<E, ?> aggregate : Checks.<Aggregate<E, ?>>noNulls(aggregates, "aggregates")) {
            if (!both.contains(aggregate)) {
                Checks.argument(
                        both.stream().noneMatch(other -> other.label().equals(aggregate.label())),
                        "Two different aggregates have"
                                + " the name " + aggregate.label() + ", of " + aggregate.relation() + ". Rename"
                                + " one of them with as(..).");
                both.add(aggregate);
            }
        }
        return new Aggregates<>(both);
    }

    /** Returns the aggregates as parts of a statement. */
    public List<Aggregation> values() {
        return Nodes.all(all);
    }
}
