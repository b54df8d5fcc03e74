package dev.kindred.reactor.internal.persist;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.StatementException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.LinkWrites;
import dev.kindred.internal.persist.RowBatch;
import dev.kindred.internal.persist.WantedLinks;
import dev.kindred.internal.sql.InsertLinked;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.LockRows;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the pairs of one parent. Each write locks the row of the parent first, so that writes of one parent run one
 * after another and cannot wait for each other in a circle. Thread-safe.
 *
 * @param <P> the pivot
 */
public final class PairWriter<E, R, P> {

    /** SQLSTATEs of ON CONFLICT without a unique index on the columns, and with a deferrable one. */
    private static final Set<String> NO_UNIQUE_INDEX = Set.of("42P10", "55000");

    private final RowWriter rows;
    private final Set<TableName> withoutIndex;
    private final LinkWrites<E, R, P> writes;
    private final Relation<E, R> relation;
    private final EntityModel<P> pivot;
    private final E parent;

    /** Writes the pairs of {@code parent} with the statements of {@code writes}. */
    public PairWriter(WriteContext writing, LinkWrites<E, R, P> writes, E parent) {
        this.rows = writing.rows();
        this.withoutIndex = writing.pivotsWithoutIndex();
        this.writes = writes;
        this.relation = writes.relation();
        this.pivot = writes.pivot();
        this.parent = parent;
    }

    /** Adds pairs and leaves existing ones unchanged. */
    public Mono<LinkResult> attach(Supplier<WantedLinks<P>> links) {
        return Mono.defer(() -> {
            ForeignKey<P> key = writes.requireKey(parent);
            WantedLinks<P> wanted = links.get();
            if (wanted.isEmpty()) {
                return Mono.just(LinkResult.NOTHING);
            }
            return indexed(
                            () -> rows.guarded(sent(writes.attach(key, wanted, writes.lock(parent), true))),
                            () -> afterLock(writes.attach(key, wanted, null, false), null))
                    .map(written -> LinkResult.of(wanted.keys(), written, true));
        });
    }

    /** Removes the pairs with {@code links}; null means all pairs of the parent. */
    public Mono<LinkResult> detach(@Nullable Supplier<WantedLinks<P>> links) {
        return Mono.defer(() -> {
            ForeignKey<P> key = writes.requireKey(parent);
            @Nullable WantedLinks<P> wanted = links == null ? null : links.get();
            if (wanted != null && wanted.isEmpty()) {
                return Mono.just(LinkResult.NOTHING);
            }
            List<Object> keys = wanted == null ? List.of() : wanted.keys();
            return rows.guarded(sent(writes.detach(key, wanted, writes.lock(parent))))
                    .map(written -> LinkResult.of(keys, written, false));
        });
    }

    /** Adds pairs and writes their values. If {@code isWhole}, it removes the other pairs of the parent. */
    public Mono<LinkResult> sync(Supplier<WantedLinks<P>> links, boolean isWhole) {
        return Mono.defer(() -> {
            ForeignKey<P> key = writes.requireKey(parent);
            WantedLinks<P> wanted = links.get();
            if (wanted.isEmpty() && !isWhole) {
                return Mono.just(LinkResult.NOTHING);
            }
            @Nullable SetAside aside = writes.setAside(key, wanted);
            Function<Boolean, ShapedStatement<LinkRows>> sync =
                    isIndexed -> writes.sync(key, wanted, isWhole, isIndexed);
            Mono<List<WrittenLink>> synced = aside == null
                    ? locked(sync, null)
                    : RelationErrors.exchanging(isRepeated -> locked(sync, isRepeated ? aside : null));
            return synced.map(written -> LinkResult.of(wanted.keys(), written, true));
        });
    }

    /** Removes the pairs that exist and adds the others. */
    public Mono<LinkResult> toggle(Supplier<WantedLinks<P>> links) {
        return Mono.defer(() -> {
            ForeignKey<P> key = writes.requireKey(parent);
            WantedLinks<P> wanted = links.get();
            return wanted.isEmpty()
                    ? Mono.just(LinkResult.NOTHING)
                    : locked(isIndexed -> writes.toggle(key, wanted, isIndexed), null)
                            .map(written -> LinkResult.of(wanted.keys(), written, true));
        });
    }

    /** Writes {@code values} to the pair with the key of {@code link}. */
    public Mono<LinkResult> update(Supplier<WantedLinks<P>> link, List<Assignment<P>> values) {
        return Mono.defer(() -> {
            ForeignKey<P> key = writes.requireKey(parent);
            WantedLinks<P> wanted = link.get();
            writes.requireWritable(values);
            return values.isEmpty()
                    ? Mono.just(LinkResult.NOTHING)
                    : rows.guarded(sent(ShapedStatement.of(writes.update(key, wanted, values, writes.lock(parent)))))
                            .map(written -> LinkResult.updated(wanted.keys(), written));
        });
    }

    /** Inserts a related row with {@code values} and its pair. */
    public Mono<R> create(List<Assignment<R>> values, List<Assignment<P>> ofPair) {
        return Mono.defer(() -> {
            ForeignKey<P> key = writes.requireKey(parent);
            writes.requireWritable(ofPair);
            return rows.guarded(sent(writes.inserts(key, writes.lock(parent)).create(values, ofPair)))
                    .map(stored -> stored.get(0));
        });
    }

    /** Inserts {@code chunk}, each row with a pair, and returns the rows as stored, in their order. */
    public Mono<List<R>> createAll(List<R> chunk, List<Assignment<P>> ofPair) {
        return Mono.defer(() -> {
            ForeignKey<P> key = writes.requireKey(parent);
            writes.requireWritable(ofPair);
            EntityModel<R> related = writes.relation().related();
            List<RowBatch> batches = writes.inserts(key, writes.lock(parent)).createAll(chunk, ofPair);
            Mono<List<R>> stored = Flux.fromIterable(batches)
                    .concatMap(batch ->
                            sent((InsertLinked) batch.statement()).map(found -> new ChunkRows.Stored<>(batch, found)))
                    .collectList()
                    .map(parts -> ChunkRows.place(parts, related));
            return batches.size() == 1 ? stored : rows.atomic(stored);
        });
    }

    /** Completes, or ends with the error for a parent whose key is null. */
    public Mono<Void> requiringKey() {
        return Mono.fromRunnable(() -> writes.requireKey(parent));
    }

    private Mono<List<R>> sent(InsertLinked statement) {
        EntityModel<R> related = writes.relation().related();
        return rows.linked(statement, related, pivot)
                .onErrorMap(error -> RelationErrors.named(RelationErrors.linked(error, relation, pivot), related));
    }

    private Mono<List<WrittenLink>> locked(
            Function<Boolean, ShapedStatement<LinkRows>> statement, @Nullable SetAside aside) {
        return indexed(() -> afterLock(statement.apply(true), aside), () -> afterLock(statement.apply(false), aside));
    }

    /** Runs {@code first}, or {@code other} if the pair has no unique index. */
    private Mono<List<WrittenLink>> indexed(
            Supplier<Mono<List<WrittenLink>>> first, Supplier<Mono<List<WrittenLink>>> other) {
        TableName table = Nodes.of(pivot).table();
        return withoutIndex.contains(table)
                ? other.get()
                : first.get().onErrorResume(PairWriter::lacksIndex, error -> {
                    withoutIndex.add(table);
                    return other.get();
                });
    }

    private static boolean lacksIndex(Throwable error) {
        return error instanceof StatementException refused && NO_UNIQUE_INDEX.contains(refused.sqlState());
    }

    private Mono<List<WrittenLink>> afterLock(ShapedStatement<LinkRows> statement, @Nullable SetAside aside) {
        ShapedStatement<LockRows> lock = writes.lockAlone(parent);
        Mono<Void> before =
                aside == null ? Mono.empty() : rows.changeAlone(aside).then();
        return rows.atomic(rows.locked(lock)
                .flatMap(parents -> parents == 0 ? Mono.error(this::noParent) : before.then(sent(statement))));
    }

    private Mono<List<WrittenLink>> sent(ShapedStatement<LinkRows> statement) {
        return rows.links(statement, pivot, relation.targetKey())
                .onErrorMap(UniqueViolationException.class, RelationErrors::exchanged)
                .onErrorMap(error -> RelationErrors.linked(error, relation, pivot));
    }

    private EntityNotFoundException noParent() {
        Class<E> type = relation.entity();
        return new EntityNotFoundException(
                "Cannot write " + relation + ": no row exists with the key of the " + type.getSimpleName() + ".",
                type,
                RelationKey.raw(relation.sourceKey(), parent));
    }
}
