package dev.kindred.reactor.internal.preload;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.page.Keyset;
import dev.kindred.internal.page.Position;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.ChunkStream;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.preload.RelationSource.ChunkListener;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of one key, chunk by chunk. A chunk starts after the last row of the chunk before it. */
final class RowsOfKey<E, R> implements ChunkStream.Chunks<R> {

    private static final int CHUNK = 1000;

    private final Reads reads;
    private final Relation<E, R> relation;
    private final Keyset<R> keyset;
    private final LoadMode mode;
    private final ChunkListener<R> listener;
    private final Object key;
    private @Nullable Position position;
    private boolean ended;

    private RowsOfKey(Reads reads, PreloadStep<E, R> step, Object rawKey, LoadMode mode, ChunkListener<R> listener) {
        this.reads = reads;
        this.relation = step.relation();
        this.keyset = Keyset.of(step.queryForKey(rawKey));
        this.mode = mode;
        this.listener = listener;
        this.key = RelationKey.of(rawKey);
    }

    /** See {@link RelationSource#rows}. */
    static <E, R> Flux<R> of(
            Reads reads, PreloadStep<E, R> step, Object rawKey, LoadMode mode, ChunkListener<R> listener) {
        return reads.statements().joined(Flux.defer(() -> {
            requireOrder(step.relation());
            return ChunkStream.of(() -> new RowsOfKey<>(reads, step, rawKey, mode, listener));
        }));
    }

    private static void requireOrder(Relation<?, ?> relation) {
        if (relation.related().id().isEmpty()) {
            throw new MappingException("Cannot load " + relation + ": its rows exceed the limit for siblings, and "
                    + relation.related().name() + " has no @Id to read them in chunks. Mark the key members with @Id,"
                    + " or raise siblingRows(..) on the builder.");
        }
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public Mono<List<R>> next() {
        return reads.statements()
                .separately(this::read)
                .doOnNext(this::advance)
                .contextWrite(Origins.of(Operation.LOAD, relation.entity(), relation));
    }

    private Mono<List<R>> read(StatementRunner runner) {
        SelectQuery<R> query = keyset.from(position).limit(CHUNK);
        return reads.joined()
                .read(runner, query, PreloadPlan.none(), mode)
                .doOnNext(this::requireKey)
                .doOnNext(rows -> listener.read(rows, runner.transaction()));
    }

    private void requireKey(List<R> rows) {
        boolean hasKey = Nodes.of(relation).isDirect();
        if (hasKey && !rows.stream().allMatch(row -> key.equals(RelationKey.of(relation.targetKey(), row)))) {
            throw KeyMatches.otherKey(relation);
        }
    }

    private void advance(List<R> rows) {
        ended = rows.size() < CHUNK;
        position = rows.isEmpty() ? position : keyset.at(rows.get(rows.size() - 1), false);
    }

    /** Each waiting handle of many holds one chunk. */
    @Override
    public boolean readsAhead() {
        return false;
    }

    @Override
    public Mono<Void> complete(List<R> chunk) {
        return Mono.empty();
    }

    /** The runner of the statements, and the reads of the entities. */
    record Reads(StatementRunner statements, JoinedReads joined) {}
}
