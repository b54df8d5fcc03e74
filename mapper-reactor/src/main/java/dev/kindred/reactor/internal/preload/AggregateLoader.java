package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.preload.KeyRows;
import dev.kindred.internal.preload.RelationKey;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Aggregates;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.row.ValuesReader.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads values made of related rows for entities at hand: one statement for those over the same rows. Thread-safe. */
public final class AggregateLoader {

    private final EntityLoader loader;

    /** Reads with {@code loader}. */
    public AggregateLoader(EntityLoader loader) {
        this.loader = loader;
    }

    /** Returns {@code entities} with their values, in their order; the statements run one after another. */
    public <E> Mono<List<Aggregated<E>>> load(StatementRunner runner, List<E> entities, Aggregates<E> aggregates) {
        return Mono.defer(() -> {
            List<AggregateStep<E>> steps = AggregateStep.of(aggregates);
            return Flux.fromIterable(steps)
                    .concatMap(step -> loader.aggregate(runner, step, keys(step, entities)))
                    .collectList()
                    .map(found -> entities.stream()
                            .map(entity -> aggregated(entity, aggregates, steps, found))
                            .toList());
        });
    }

    private static <E> KeyRows<E> keys(AggregateStep<E> step, List<E> entities) {
        KeyRows<E> keys = new KeyRows<>(step.relation().sourceKey());
        entities.forEach(keys::add);
        return keys;
    }

    private static <E> Aggregated<E> aggregated(
            E entity, Aggregates<E> aggregates, List<AggregateStep<E>> steps, List<Map<Object, Values>> found) {
        Map<Object, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            AggregateStep<E> step = steps.get(i);
            @Nullable Object key = RelationKey.of(step.relation().sourceKey(), entity);
            @Nullable Values row = key == null ? null : found.get(i).get(key);
            for (int j = 0; j < step.aggregates().size(); j++) {
                values.put(step.aggregates().get(j), step.value(j, row == null ? null : row.all()));
            }
        }
        List<@Nullable Object> ordered = new ArrayList<>();
        aggregates.all().forEach(aggregate -> ordered.add(values.get(aggregate)));
        return new Aggregated<>(entity, aggregates.all(), ordered);
    }
}
