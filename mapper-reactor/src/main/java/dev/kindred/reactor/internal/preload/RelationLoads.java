package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import dev.kindred.type.JsonFormat;
import java.util.Map;
import java.util.Set;
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
    public <E, R> Mono<Resolution<R>> resolve(PreloadStep<E, R> step, KeyRows<E> keys, LoadMode mode) {
        return keys.isEmpty()
                ? nothing()
                : statements
                        .together(Access.READ, runner -> resolve(runner, step, keys, mode))
                        .contextWrite(Origins.of(Operation.LOAD, step.relation().entity(), step.relation()));
    }

    /** Returns the related rows of {@code keys}: one statement, or none without a key. */
    <E, R> Mono<Resolution<R>> resolve(StatementRunner runner, PreloadStep<E, R> step, KeyRows<E> keys, LoadMode mode) {
        return keys.isEmpty()
                ? nothing()
                : joined.read(runner, step.queryFor(keys), step.next(), mode)
                        .map(rows -> KeyMatches.resolution(step, keys, rows))
                        .flatMap(found -> withSimilar(runner, step, keys, mode, found))
                        .contextWrite(
                                Origins.of(Operation.PRELOAD, step.relation().entity(), step.relation()));
    }

    /** Keys that only the server takes for equal to a found one need a statement of their own. */
    private <E, R> Mono<Resolution<R>> withSimilar(
            StatementRunner runner, PreloadStep<E, R> step, KeyRows<E> keys, LoadMode mode, Resolution<R> found) {
        KeyRows<E> similar = keys.similarToFound(key -> found.row(key) != null);
        return similar.isEmpty()
                ? Mono.just(found)
                : resolve(runner, step, similar, mode).map(found::merge);
    }

    private static <R> Mono<Resolution<R>> nothing() {
        return Mono.just(Resolution.of(Map.of(), Set.of()));
    }
}
