package dev.kindred.it.random;

import dev.kindred.it.random.Rel.Pivot;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.Relation;
import dev.kindred.model.ThroughRelation;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Adds relations to the entities of the model. */
final class Paths {

    private Paths() {}

    static <E, R> void direct(
            Kind<E> source,
            Relation<E, R> relation,
            Kind<R> target,
            Step step,
            Sorting order,
            Function<E, @Nullable Publisher<R>> handle) {
        source.add(new Rel<>(relation, target, List.of(step), Set.of(), order.total(target.table()), handle, null));
    }

    static <E, R, P> void pivot(
            Kind<E> source,
            PivotRelation<E, R, P> relation,
            Kind<P> pivots,
            Kind<R> target,
            List<Step> steps,
            Sorting order,
            Function<E, @Nullable Publisher<R>> handle,
            @Nullable PivotRelation<E, R, P> lifted) {
        Rel<E, R> rel = new Rel<>(
                relation, target, steps, Set.of(), order.total(target.table()), handle, new Pivot<>(relation, pivots));
        source.add(rel);
        if (lifted != null) {
            source.add(rel.lifting(lifted, new Pivot<>(lifted, pivots), 0));
        }
    }

    static <E, R> void table(
            Kind<E> source,
            ManyToManyRelation<E, R> relation,
            Kind<R> target,
            List<Step> steps,
            Sorting order,
            Function<E, @Nullable Publisher<R>> handle) {
        source.add(new Rel<>(relation, target, steps, Set.of(), order.total(target.table()), handle, null));
    }

    /** The n-th lifted relation lifts the n-th step. */
    static <E, R> void path(
            Kind<E> source,
            ThroughRelation<E, R> relation,
            Kind<R> target,
            List<Step> steps,
            Sorting order,
            Function<E, @Nullable Publisher<R>> handle,
            List<ThroughRelation<E, R>> lifted) {
        Rel<E, R> rel = new Rel<>(relation, target, steps, Set.of(), order.total(target.table()), handle, null);
        source.add(rel);
        for (int i = 0; i < lifted.size(); i++) {
            source.add(rel.lifting(lifted.get(i), null, i));
        }
    }
}
