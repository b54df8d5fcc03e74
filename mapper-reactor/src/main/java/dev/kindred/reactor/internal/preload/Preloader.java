package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs a preload plan for entities with live handles: one statement for each step with a key to load. Thread-safe. */
public final class Preloader {

    private final RelationLoads loads;

    /** Loads with {@code loads}. */
    public Preloader(RelationLoads loads) {
        this.loads = loads;
    }

    /** Loads the relations of {@code plan} that {@code entities} have not loaded yet, one after another. */
    public <E> Mono<Void> preload(StatementRunner runner, List<E> entities, PreloadPlan<E> plan, LoadMode mode) {
        if (entities.isEmpty() || plan.steps().isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(plan.steps())
                .concatMap(step -> run(runner, step, mode, entities))
                .then();
    }

    private <E, R> Mono<Void> run(StatementRunner runner, PreloadStep<E, R> step, LoadMode mode, List<E> entities) {
        return run(
                new Run<>(
                        runner,
                        step,
                        RelationKind.of(step.relation()).arity(),
                        step.query().modeOr(mode)),
                entities);
    }

    private <E, R, V> Mono<Void> run(Run<E, R, V> run, List<E> entities) {
        return Mono.deferContextual(context -> {
            List<RelatedValue<R, V>> values = values(run, entities);
            if (run.runner.tenants().areUsed()) {
                batches(values).forEach(batch -> batch.requireTenant(context));
            }
            KeyRows<E> missing = missing(run, values);
            return loads.resolve(run.runner, new Wanted<>(run.step, run.arity, run.mode, null), missing)
                    .doOnNext(found -> remember(run.transaction(), values, found))
                    .flatMap(found -> preload(run.runner, related(run, values), run.step.next(), run.mode)
                            .then(Mono.fromRunnable(() -> linkBack(run, values, found))));
        });
    }

    /** The plan loads the owners of the related rows first. Rows of other keys are linked when they are emitted. */
    private static <R, V> void linkBack(Run<?, R, V> run, List<RelatedValue<R, V>> values, Resolution<V> found) {
        @Nullable SiblingBatch<?, R, V> any = found.isEmpty() ? null : anyBatch(values);
        if (any != null && any.leadsBack()) {
            any.linkBack(withRows(values, found), found, run.transaction());
        }
    }

    private static <R, V> @Nullable SiblingBatch<?, R, V> anyBatch(List<RelatedValue<R, V>> values) {
        for (RelatedValue<R, V> value : values) {
            @Nullable SiblingBatch<?, R, V> batch = value.batch();
            if (batch != null) {
                return batch;
            }
        }
        return null;
    }

    /** An entity without rows is not an owner, so no row keeps it. */
    private static <R, V> List<RelatedValue<R, V>> withRows(List<RelatedValue<R, V>> values, Resolution<V> found) {
        List<RelatedValue<R, V>> owners = new ArrayList<>(values.size());
        for (RelatedValue<R, V> value : values) {
            @Nullable Object key = value.key();
            if (key != null && found.value(key) != null && value.origin() != null) {
                owners.add(value);
            }
        }
        return owners;
    }

    private static <R, V> Set<SiblingBatch<?, R, V>> batches(List<RelatedValue<R, V>> values) {
        Set<SiblingBatch<?, R, V>> batches = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable SiblingBatch<?, R, V> last = null;
        for (RelatedValue<R, V> value : values) {
            @Nullable SiblingBatch<?, R, V> batch = value.batch();
            if (batch != null && batch != last) {
                batches.add(batch);
                last = batch;
            }
        }
        return batches;
    }

    private static <E, R, V> List<RelatedValue<R, V>> values(Run<E, R, V> run, List<E> entities) {
        List<RelatedValue<R, V>> values = new ArrayList<>(entities.size());
        for (E entity : entities) {
            @Nullable RelatedValue<R, V> value = RelatedValue.of(run.step.relation(), run.arity, entity);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static <E, R, V> KeyRows<E> missing(Run<E, R, V> run, List<RelatedValue<R, V>> values) {
        @Nullable TransactionScope transaction = run.transaction();
        KeyRows<E> missing = new KeyRows<>(run.step.relation().sourceKey(), values.size());
        for (RelatedValue<R, V> value : values) {
            KeyResolver.@Nullable Unread<R, V> unread = value.unread();
            if (unread != null) {
                throw unread.error();
            }
            @Nullable SiblingBatch<?, R, V> batch = value.batch();
            @Nullable Object rawKey = value.rawKey();
            if (batch != null && rawKey != null) {
                Object key = RelationKey.of(rawKey);
                if (batch.knownIn(transaction, key) == null) {
                    missing.addRaw(rawKey, key);
                }
            }
        }
        return missing;
    }

    /** Caches {@code found} in the batch of each value. */
    private static <R, V> void remember(
            @Nullable TransactionScope transaction, List<RelatedValue<R, V>> values, Resolution<V> found) {
        for (SiblingBatch<?, R, V> batch : batches(values)) {
            if (found.isEmpty()) {
                batch.asked();
            } else {
                batch.remember(transaction, found);
            }
        }
    }

    /** Returns the related entities. An instance that several entities refer to is returned once. */
    private static <E, R, V> List<R> related(Run<E, R, V> run, List<RelatedValue<R, V>> values) {
        if (run.step.next().steps().isEmpty()) {
            return List.of();
        }
        Set<R> related = Collections.newSetFromMap(new IdentityHashMap<>());
        List<R> ordered = new ArrayList<>();
        for (RelatedValue<R, V> each : values) {
            @Nullable SiblingBatch<?, R, V> batch = each.batch();
            @Nullable Object key = each.key();
            @Nullable V value = batch == null || key == null ? null : batch.value(run.transaction(), key);
            if (value != null) {
                run.arity.forEach(value, row -> {
                    if (related.add(row)) {
                        ordered.add(row);
                    }
                });
            }
        }
        return ordered;
    }

    private record Run<E, R, V>(StatementRunner runner, PreloadStep<E, R> step, Arity<R, V> arity, LoadMode mode) {

        @Nullable
        TransactionScope transaction() {
            return runner.transaction();
        }
    }
}
