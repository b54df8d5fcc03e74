package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.DefaultAggregated;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Values;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads aggregates of related rows for existing entities: one statement for the aggregates over the same rows.
 * Thread-safe.
 */
public final class AggregateLoader {

    private final RowDecoding decoding;

    /** Reads values with {@code decoding}. */
    public AggregateLoader(RowDecoding decoding) {
        this.decoding = decoding;
    }

    /** Returns {@code entities} with their values, in their order. The statements run one after another. */
    public <E> Mono<List<Aggregated<E>>> load(StatementRunner runner, List<E> entities, Aggregates<E> aggregates) {
        return Mono.defer(() -> {
            List<AggregateStep<E>> steps = AggregateStep.of(aggregates);
            return Flux.fromIterable(steps)
                    .concatMap(step -> values(runner, step, keys(step, entities)))
                    .collectList()
                    .map(found -> entities.stream()
                            .map(entity -> aggregated(entity, aggregates, steps, found))
                            .toList());
        });
    }

    /** Returns the values of {@code step} by key: one statement, or none without a key. */
    private <E> Mono<Map<Object, Values>> values(StatementRunner runner, AggregateStep<E> step, KeyRows<E> keys) {
        if (keys.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<Object> targets = new ArrayList<>(step.key());
        targets.addAll(step.aggregates());
        List<Wanted> wanted = Wanted.all(step.types(), targets);
        return runner.read(step.statementFor(keys), () -> new ValuesReader(wanted, 0, decoding))
                .map(rows -> KeyMatches.byKey(step, keys, rows))
                .flatMap(found -> withSimilar(runner, step, keys, found))
                .contextWrite(Origins.of(Operation.AGGREGATE, step.relation().entity(), step.relation()));
    }

    /** Keys that only the server considers equal to a found key need a separate statement. */
    private <E> Mono<Map<Object, Values>> withSimilar(
            StatementRunner runner, AggregateStep<E> step, KeyRows<E> keys, Map<Object, Values> found) {
        KeyRows<E> similar = keys.similarToFound(found::containsKey, decoding.context());
        return similar.isEmpty()
                ? Mono.just(found)
                : values(runner, step, similar).map(more -> KeyMatches.both(found, more));
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
        return new DefaultAggregated<>(entity, aggregates.all(), ordered);
    }
}
