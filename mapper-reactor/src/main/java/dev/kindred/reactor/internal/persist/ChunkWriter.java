package dev.kindred.reactor.internal.persist;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.StatementException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.ChildWrites;
import dev.kindred.internal.persist.EntityWrites;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.ManyRows;
import dev.kindred.internal.persist.RowBatch;
import dev.kindred.internal.persist.WholeUpdate;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.UpdateRows;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.read.EntityHandles.Written;
import dev.kindred.reactor.internal.read.EntityHandles.WrittenLists;
import dev.kindred.reactor.spi.EntityWrite;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the entities of one chunk with the fewest possible statements, in most cases one. Thread-safe. */
public final class ChunkWriter<E> {

    /** SQLSTATE of a statement that would change a row twice. */
    private static final String ROW_MET_TWICE = "21000";

    /** SQLSTATE of a data-modifying WITH for a table whose rule adds a statement. */
    private static final String NOT_IN_WITH = "0A000";

    private final RowWriter rows;
    private final EntityModel<E> model;
    private final EntityWrites<E> writes;
    private final ManyRows<E> plan;

    /** Sends statements with {@code rows} and uses the audit times of {@code clock}. */
    public ChunkWriter(RowWriter rows, EntityModel<E> model, Clock clock) {
        this.rows = rows;
        this.model = model;
        this.writes = new EntityWrites<>(model, clock);
        this.plan = new ManyRows<>(writes);
    }

    /** Inserts {@code chunk} and returns it as stored, in its order. */
    public Mono<List<E>> insert(List<E> chunk) {
        return Mono.defer(() -> inOrder(plan.insert(chunk)));
    }

    /** Stores {@code chunk} as a stream of rows and returns the number of stored rows. */
    public Mono<Long> copy(List<E> chunk) {
        return Mono.defer(() -> rows.copy(plan.copy(chunk))).onErrorMap(error -> RelationErrors.named(error, model));
    }

    /**
     * Inserts the entities of {@code chunk} without an existing row with the same {@code target}. Returns them as
     * stored, in their order.
     */
    public Mono<List<E>> insertIfAbsent(List<E> chunk, ConflictTarget<E> target) {
        return Mono.defer(() -> {
            List<Statement> inserts = plan.insertIfAbsent(chunk, target);
            Mono<List<E>> stored = Flux.fromIterable(inserts)
                    .concatMap(insert ->
                            rows.rows(insert, model).onErrorMap(error -> RelationErrors.named(error, model, null)))
                    .collectList()
                    .map(ChunkRows::joined);
            return inserts.size() == 1 ? stored : rows.atomic(stored);
        });
    }

    /** Inserts {@code chunk}, or updates the rows with the same {@code target}. Returns it as stored, in its order. */
    public Mono<List<E>> upsert(List<E> chunk, ConflictTarget<E> target) {
        List<EntityColumn<E, ?>> key = target.columns().isEmpty() ? model.id() : target.columns();
        return Mono.defer(() -> {
            List<List<E>> runs = plan.distinctRuns(chunk, key, rows.context());
            Mono<List<E>> stored = Flux.fromIterable(runs)
                    .concatMap(run -> upsertRun(run, key, target))
                    .collectList()
                    .map(ChunkRows::joined);
            return runs.size() == 1 ? stored : rows.atomic(stored);
        });
    }

    private Mono<List<E>> upsertRun(List<E> run, List<EntityColumn<E, ?>> key, ConflictTarget<E> target) {
        Mono<List<E>> stored = Mono.defer(() -> inOrder(plan.upsert(run, target)));
        return plan.mayMeet(run, key)
                ? rows.atomic(stored)
                        .onErrorResume(ChunkWriter::meetsRowTwice, error -> rows.atomic(halves(run, key, target)))
                : stored;
    }

    /** The server does not report which entities have the same key. Halving the chunk finds them. */
    private Mono<List<E>> halves(List<E> run, List<EntityColumn<E, ?>> key, ConflictTarget<E> target) {
        int middle = run.size() / 2;
        return Flux.just(run.subList(0, middle), run.subList(middle, run.size()))
                .concatMap(half -> upsertRun(half, key, target))
                .collectList()
                .map(ChunkRows::joined);
    }

    private static boolean meetsRowTwice(Throwable error) {
        return error instanceof StatementException refused && ROW_MET_TWICE.equals(refused.sqlState());
    }

    /**
     * Updates {@code chunk} and returns it as stored, in its order. If a row is missing or has another version, no row
     * is changed. Outside a transaction one statement updates all rows or fails; otherwise the updates are a
     * transaction or have a savepoint.
     */
    public Mono<List<E>> update(List<E> chunk) {
        Mono<List<E>> together = Mono.defer(() -> updateRuns(plan.distinctRuns(chunk, model.id(), rows.context())));
        return WholeUpdate.isPossible(model)
                ? rows.outsideOr(Mono.defer(() -> updateAlone(chunk)), together)
                : together;
    }

    private Mono<List<E>> updateAlone(List<E> chunk) {
        List<List<E>> runs = plan.distinctRuns(chunk, model.id(), rows.context());
        @Nullable UpdateRows all = runs.size() == 1 ? WholeUpdate.of(plan.update(chunk)) : null;
        return all == null || rows.touches(all, model)
                ? updateRuns(runs)
                : rows.rows(all, model)
                        .doOnNext(stored -> requireResult(chunk.size(), stored.size()))
                        .map(stored -> new StoredRows<>(model, stored, rows.context()).inOrderOf(chunk))
                        .onErrorMap(error -> RelationErrors.named(error, model))
                        .onErrorResume(ChunkWriter::isPerhapsIncomplete, error -> updateRuns(runs));
    }

    /** The statement has updated all rows, or it would have failed. */
    private void requireResult(int updated, int returned) {
        if (returned != updated) {
            throw new ConnectionException(
                    "The server updated " + updated + " rows of "
                            + Nodes.of(model).table() + ", but " + returned
                            + " arrived. Read the entities again.",
                    null);
        }
    }

    /** A transaction then finds out what the error is. */
    private static boolean isPerhapsIncomplete(Throwable error) {
        return error instanceof StatementException refused
                && (UpdateRows.NOT_ALL.equals(refused.sqlState()) || NOT_IN_WITH.equals(refused.sqlState()));
    }

    private Mono<List<E>> updateRuns(List<List<E>> runs) {
        return rows.atomic(
                Flux.fromIterable(runs).concatMap(this::updateRun).collectList().map(ChunkRows::joined));
    }

    private Mono<List<E>> updateRun(List<E> run) {
        return Flux.fromIterable(plan.update(run))
                .concatMap(batch -> rows.rows(batch.statement(), model)
                        .onErrorMap(error -> RelationErrors.named(error, model))
                        .doOnNext(changed -> requireAll(batch, changed.size(), "update")))
                .concatMapIterable(changed -> changed)
                .collectList()
                .map(stored -> new StoredRows<>(model, stored, rows.context()).inOrderOf(run));
    }

    /** Deletes the rows of {@code chunk} and returns their number. If a row has another version, no row is deleted. */
    public Mono<Long> delete(List<E> chunk) {
        return Mono.defer(() -> {
            Mono<Long> deleted =
                    rows.change(plan.delete(chunk), model).onErrorMap(error -> RelationErrors.named(error, model));
            return writes.isVersioned()
                    ? rows.atomic(deleted.flatMap(count -> requireVersions(chunk, count)))
                    : deleted;
        });
    }

    /**
     * Inserts {@code chunk}, and for each entity the children that {@code childrenOf} returns. One statement inserts
     * all parents, and one all children. Links the handles of parents and children.
     */
    public <R> Mono<List<E>> insertWith(
            List<E> chunk,
            ChildWrites<E, R> relation,
            Function<? super E, ? extends Collection<? extends R>> childrenOf) {
        List<List<R>> children = new ArrayList<>(chunk.size());
        chunk.forEach(parent -> children.add(Checks.<R>noNulls(childrenOf.apply(parent), "the children")));
        return rows.atomic(insert(chunk).flatMap(parents -> insertChildren(parents, children, relation)))
                .flatMap(both -> linked(chunk, both, relation));
    }

    /** As {@link #insertWith(List, ChildWrites, Function)}, with the {@code callbacks} of the children. */
    public <R> Mono<List<E>> insertWith(
            List<E> chunk,
            ChildWrites<E, R> relation,
            Function<? super E, ? extends Collection<? extends R>> childrenOf,
            EntityCallbacks callbacks) {
        if (!callbacks.isCalledFor(relation.relation().related().type())) {
            return insertWith(chunk, relation, childrenOf);
        }
        return rows.transactional(Flux.fromIterable(chunk)
                .concatMap(parent -> callbacks.before(
                        List.<R>copyOf(Checks.<R>noNulls(childrenOf.apply(parent), "the children")),
                        EntityWrite.INSERT))
                .collectList()
                .flatMap(children -> {
                    Iterator<List<R>> next = children.iterator();
                    return insertWith(chunk, relation, parent -> next.next());
                }));
    }

    private <R> Mono<Family<E, R>> insertChildren(List<E> parents, List<List<R>> children, ChildWrites<E, R> relation) {
        List<E> withChild = new ArrayList<>();
        List<R> present = new ArrayList<>();
        List<ForeignKey<R>> keys = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            List<R> own = children.get(i);
            @Nullable ForeignKey<R> key = own.isEmpty() ? null : relation.keyOf(parents.get(i));
            if (key == null && !own.isEmpty()) {
                return Mono.error(relation::keyMissing);
            }
            present.addAll(own);
            withChild.addAll(Collections.nCopies(own.size(), parents.get(i)));
            keys.addAll(Collections.nCopies(own.size(), key));
        }
        EntityModel<R> related = relation.relation().related();
        return Mono.defer(
                        () -> ChunkRows.ordered(rows.after(model, parents), relation.insertAll(present, keys), related))
                .map(stored -> new Family<>(parents, withChild, stored, split(stored, children)));
    }

    private <R> Mono<List<E>> linked(List<E> chunk, Family<E, R> family, ChildWrites<E, R> writes) {
        Relation<E, R> relation = writes.relation();
        Mono<Void> linked = rows.linked(new Written<>(relation, family.withChild, family.children, true));
        return (Nodes.of(relation).isToOne() ? linked : linked.then(rows.linked(lists(chunk, family, relation))))
                .thenReturn(family.parents);
    }

    /** Rows may refer to a key that the user assigned. */
    private <R> WrittenLists<E, R> lists(List<E> chunk, Family<E, R> family, Relation<E, R> relation) {
        List<E> parents = new ArrayList<>();
        List<List<R>> lists = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            E given = chunk.get(i);
            if (model.id().stream().anyMatch(key -> Nodes.of(key).isUnset(key.getOrNull(given)))) {
                parents.add(family.parents.get(i));
                lists.add(family.lists.get(i));
            }
        }
        return new WrittenLists<>(relation, parents, lists);
    }

    private static <R> List<List<R>> split(List<R> stored, List<List<R>> given) {
        List<List<R>> lists = new ArrayList<>(given.size());
        int from = 0;
        for (List<R> own : given) {
            lists.add(stored.subList(from, from + own.size()));
            from += own.size();
        }
        return lists;
    }

    private Mono<List<E>> inOrder(List<RowBatch> batches) {
        return ChunkRows.ordered(rows, batches, model);
    }

    private Object keyOf(E entity) {
        return Objects.requireNonNull(RelationKey.of(model.id(), entity));
    }

    private void requireAll(RowBatch batch, int changed, String what) {
        if (changed != batch.positions().size()) {
            throw EntityWriter.absent(
                    model, writes.isVersioned(), what + " every row of a chunk, so no row was changed:", null);
        }
    }

    /** A row that was not deleted does not exist or has another version. A read distinguishes the two. */
    private Mono<Long> requireVersions(List<E> chunk, long deleted) {
        long distinct = chunk.stream().map(this::keyOf).distinct().count();
        if (deleted == distinct) {
            return Mono.just(deleted);
        }
        return rows.find(SelectQuery.of(model).and(plan.sameKeys(chunk)))
                .flatMap(row -> Mono.<Long>error(
                        EntityWriter.absent(model, true, "delete every row of a chunk, so no row was deleted:", null)))
                .defaultIfEmpty(deleted);
    }

    private record Family<E, R>(List<E> parents, List<E> withChild, List<R> children, List<List<R>> lists) {}
}
