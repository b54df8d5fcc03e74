package dev.kindred.reactor.internal.preload;

import dev.kindred.error.RelationKeyMissingException;
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

/** Runs a preload plan for entities with live handles: one statement for each step that has a key to ask for. Thread-safe. */
public final class Preloader {

    private final RelationLoads loads;

    /** Loads with {@code loads}. */
    public Preloader(RelationLoads loads) {
        this.loads = loads;
    }

    /** Loads the relations of {@code plan} that {@code entities} do not know yet, one after another. */
    public <E> Mono<Void> preload(StatementRunner runner, List<E> entities, PreloadPlan<E> plan, LoadMode mode) {
        if (entities.isEmpty() || plan.steps().isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(plan.steps())
                .concatMap(step -> run(new Run<>(runner, runner.transaction(), step, mode), entities))
                .then();
    }

    private <E, R> Mono<Void> run(Run<E, R> run, List<E> entities) {
        return Mono.defer(() -> {
            List<RelationHandle<R>> handles = handles(run.step, entities);
            KeyRows<E> missing = missing(run, handles);
            LoadMode mode = run.step.query().modeOr(run.mode);
            return loads.resolve(run.runner, run.step, missing, mode)
                    .doOnNext(found -> remember(run.transaction, handles, found))
                    .flatMap(found -> preload(run.runner, related(run, handles), run.step.next(), mode))
                    .then(Mono.fromRunnable(() -> linkBack(run.transaction, handles)));
        });
    }

    /** What the plan reads of the owners of the related rows comes first. */
    private static <R> void linkBack(@Nullable TransactionScope transaction, List<RelationHandle<R>> handles) {
        batches(handles).forEach(batch -> batch.linkBack(transaction));
    }

    private static <R> Set<SiblingBatch<?, R>> batches(List<RelationHandle<R>> handles) {
        Set<SiblingBatch<?, R>> batches = Collections.newSetFromMap(new IdentityHashMap<>());
        for (RelationHandle<R> handle : handles) {
            @Nullable SiblingBatch<?, R> batch = handle.batch();
            if (batch != null) {
                batches.add(batch);
            }
        }
        return batches;
    }

    private static <E, R> List<RelationHandle<R>> handles(PreloadStep<E, R> step, List<E> entities) {
        List<RelationHandle<R>> handles = new ArrayList<>(entities.size());
        for (E entity : entities) {
            if (step.relation().handle(entity) instanceof RelationHandle<?> handle) {
                @SuppressWarnings("unchecked") // the member of a relation holds handles of its related entity
                RelationHandle<R> typed = (RelationHandle<R>) handle;
                handles.add(typed);
            }
        }
        return handles;
    }

    private static <E, R> KeyRows<E> missing(Run<E, R> run, List<RelationHandle<R>> handles) {
        KeyRows<E> missing = new KeyRows<>(run.step.relation().sourceKey(), handles.size());
        for (RelationHandle<R> handle : handles) {
            if (handle.lacksKey()) {
                throw new RelationKeyMissingException("Cannot preload " + run.step.relation()
                        + ": the column it goes by was not selected. Add it to select(..).");
            }
            @Nullable SiblingBatch<?, R> batch = handle.batch();
            @Nullable Object rawKey = handle.rawKey();
            if (batch != null && rawKey != null) {
                Object key = RelationKey.of(rawKey);
                if (batch.knownIn(run.transaction, key) == null) {
                    missing.addRaw(rawKey, key);
                }
            }
        }
        return missing;
    }

    /** Lets every handle know what was found. */
    private static <R> void remember(
            @Nullable TransactionScope transaction, List<RelationHandle<R>> handles, Resolution<R> found) {
        for (SiblingBatch<?, R> batch : batches(handles)) {
            if (found.isEmpty()) {
                batch.asked();
            } else {
                batch.remember(transaction, found);
            }
        }
    }

    /** Returns the related entities, each instance once, however many point to it. */
    private static <E, R> List<R> related(Run<E, R> run, List<RelationHandle<R>> handles) {
        if (run.step.next().steps().isEmpty()) {
            return List.of();
        }
        Set<R> related = Collections.newSetFromMap(new IdentityHashMap<>());
        List<R> ordered = new ArrayList<>();
        for (RelationHandle<R> handle : handles) {
            @Nullable R value = value(run.transaction, handle);
            if (value != null && related.add(value)) {
                ordered.add(value);
            }
        }
        return ordered;
    }

    private static <R> @Nullable R value(@Nullable TransactionScope transaction, RelationHandle<R> handle) {
        @Nullable SiblingBatch<?, R> batch = handle.batch();
        @Nullable Object rawKey = handle.rawKey();
        if (batch == null || rawKey == null) {
            return null;
        }
        Object key = RelationKey.of(rawKey);
        @Nullable Resolution<R> known = batch.knownIn(transaction, key);
        return known == null ? null : known.row(key);
    }

    private record Run<E, R>(
            StatementRunner runner, @Nullable TransactionScope transaction, PreloadStep<E, R> step, LoadMode mode) {}
}
