package dev.kindred.it.random;

import dev.kindred.it.random.Row.Mark;
import dev.kindred.it.random.Row.Reached;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A relation with its path in the model.
 *
 * @param relation the relation
 * @param target the related entity
 * @param steps the steps of the path
 * @param lifted the numbers of the steps whose soft delete is lifted
 * @param order the order of the related rows
 * @param handle returns the handle of an entity
 * @param pivot the pivot if it has an entity, or null
 */
record Rel<E, R>(
        Relation<E, R> relation,
        Kind<R> target,
        List<Step> steps,
        Set<Integer> lifted,
        Sorting order,
        Function<E, @Nullable Publisher<R>> handle,
        @Nullable Pivot<E, R, ?> pivot) {

    /** The relation over a pivot, and the entity of the pivot. */
    record Pivot<E, R, P>(PivotRelation<E, R, P> relation, Kind<P> kind) {}

    Rel<E, R> lifting(Relation<E, R> other, @Nullable Pivot<E, R, ?> pivots, int step) {
        return new Rel<>(other, target, steps, Set.of(step), order, handle, pivots);
    }

    boolean isLifted() {
        return !lifted.isEmpty();
    }

    /** Returns whether the row with {@code key} is a related row. A relation of one step compares the keys only. */
    Truth is(List<Object> key) {
        if (steps.size() > 1) {
            return reached -> reach(reached.row(), Mark.UNMARKED).stream()
                    .anyMatch(each -> each.row().key().equals(key));
        }
        Step step = steps.get(0);
        Row related = step.world().rows(step.table()).stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
        @Nullable Object value = related.get(step.column());
        return reached -> {
            @Nullable Object own = reached.row().get(step.local());
            if (value != null && own == null) {
                return null;
            }
            return value != null && value.equals(own);
        };
    }

    /** Returns the related rows in the order of the relation. */
    List<Reached> reach(Row row, Mark mark) {
        List<Reached> reached = List.of(new Reached(row, null));
        for (int i = 0; i < steps.size(); i++) {
            boolean isLast = i == steps.size() - 1;
            Mark taken = isLast ? mark : lifted.contains(i) ? Mark.ALL : Mark.UNMARKED;
            List<Reached> next = new ArrayList<>();
            for (Reached each : reached) {
                steps.get(i)
                        .from(each.row(), taken)
                        .forEach(to -> next.add(new Reached(to, (isLast && pivot != null) ? each.row() : null)));
            }
            reached = next;
        }
        Map<Row, Reached> distinct = new LinkedHashMap<>();
        reached.forEach(each -> distinct.putIfAbsent(each.row(), each));
        return distinct.values().stream()
                .sorted((a, b) -> order.rows().compare(a.row(), b.row()))
                .toList();
    }
}
