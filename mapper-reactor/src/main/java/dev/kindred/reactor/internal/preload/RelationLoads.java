package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.type.JsonFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Loads the related rows of keys, for handles and preloads. Thread-safe. */
public final class RelationLoads implements RelationSource {

    private final StatementRunner statements;
    private final RelationHandles handles;
    private final EntityReads entities;
    private final JoinedReads joined;

    /**
     * Loads with {@code statements}. The handles of the loaded rows load with this in turn.
     *
     * @param batchSize the greatest number of siblings that load together
     */
    public RelationLoads(StatementRunner statements, JsonFormat json, int batchSize) {
        this.statements = statements;
        this.handles = new RelationHandles(new BatchFactory(this, batchSize));
        this.entities = new EntityReads(json, handles);
        this.joined = new JoinedReads(entities);
    }

    @Override
    public StatementRunner statements() {
        return statements;
    }

    /** Returns the handles that load with this. */
    public RelationHandles handles() {
        return handles;
    }

    /** Returns the reads of entities with these handles. */
    public EntityReads entities() {
        return entities;
    }

    /** Returns the reads of entities together with joined relations. */
    public JoinedReads joined() {
        return joined;
    }

    @Override
    public <E, R, V> Mono<Resolution<V>> resolve(
            PreloadStep<E, R> step, Arity<R, V> arity, KeyRows<E> keys, LoadMode mode) {
        return keys.isEmpty()
                ? nothing()
                : statements
                        .together(Access.READ, runner -> resolve(runner, new Wanted<>(step, arity, mode), keys))
                        .contextWrite(Origins.of(Operation.LOAD, step.relation().entity(), step.relation()));
    }

    /** Returns the values of {@code keys}: one statement, or none without a key. */
    <E, R, V> Mono<Resolution<V>> resolve(StatementRunner runner, Wanted<E, R, V> wanted, KeyRows<E> keys) {
        Relation<E, R> relation = wanted.step.relation();
        return keys.isEmpty()
                ? nothing()
                : joined.keyed(runner, wanted.step, keys, wanted.mode)
                        .map(rows -> KeyMatches.resolution(wanted.step, wanted.arity, keys, rows))
                        .flatMap(found -> withSimilar(runner, wanted, keys, found))
                        .contextWrite(Origins.of(Operation.PRELOAD, relation.entity(), relation));
    }

    /** Keys that only the server considers equal to a found key need a separate statement. */
    private <E, R, V> Mono<Resolution<V>> withSimilar(
            StatementRunner runner, Wanted<E, R, V> wanted, KeyRows<E> keys, Resolution<V> found) {
        Predicate<Object> hasRow = key -> found.value(key) != null;
        KeyRows<E> similar = wanted.arity.isOfMany() ? keys.similarToOthers(hasRow) : keys.similarToFound(hasRow);
        return similar.isEmpty()
                ? Mono.just(found)
                : resolve(runner, wanted, similar).map(found::merge);
    }

    private static <V> Mono<Resolution<V>> nothing() {
        return Mono.just(Resolution.of(Map.of(), Set.of()));
    }

    /**
     * What is loaded.
     *
     * @param arity the form of the values
     * @param mode what the handles of the loaded rows do
     */
    record Wanted<E, R, V>(PreloadStep<E, R> step, Arity<R, V> arity, LoadMode mode) {}
}
