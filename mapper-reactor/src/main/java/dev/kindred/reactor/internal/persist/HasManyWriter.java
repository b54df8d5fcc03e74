package dev.kindred.reactor.internal.persist;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.ChildBatch;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.HasManyWrites;
import dev.kindred.internal.persist.Orphans;
import dev.kindred.internal.persist.ReplacedChildren;
import dev.kindred.internal.persist.Replacement;
import dev.kindred.internal.persist.StoredAs;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.read.EntityHandles.Written;
import dev.kindred.reactor.internal.read.EntityHandles.WrittenLists;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the children of one parent. Thread-safe. */
public final class HasManyWriter<E, R> extends ChildWriter<E, R> {

    private final RowWriter rows;
    private final HasManyWrites<E, R> writes;
    private final Relation<E, R> relation;
    private final EntityModel<R> related;
    private final E parent;

    /** Writes the children of {@code parent} with the statements of {@code writes}. */
    public HasManyWriter(RowWriter rows, HasManyWrites<E, R> writes, E parent) {
        super(rows, writes, parent);
        this.rows = rows;
        this.writes = writes;
        this.relation = writes.relation();
        this.related = relation.related();
        this.parent = parent;
    }

    /**
     * Stores {@code parent} and {@code children}, and returns the parent. The list of a new parent is loaded if it is
     * certain.
     */
    public static <E, R> Mono<E> saveBoth(RowWriter rows, HasManyWrites<E, R> writes, E parent, List<R> children) {
        return Mono.defer(() -> {
            boolean isNew = writes.isNewParent(parent);
            Mono<E> saved = new HasManyWriter<>(rows, writes, parent).savedParent();
            Mono<Family<E, R>> both = children.isEmpty()
                    ? saved.map(stored -> new Family<>(stored, children))
                    : rows.atomic(saved.flatMap(stored -> withChildren(rows, writes, stored, children)));
            return both.flatMap(
                    family -> linked(rows, writes.relation(), family, isNew).thenReturn(family.parent()));
        });
    }

    private static <E, R> Mono<Family<E, R>> withChildren(
            RowWriter rows, HasManyWrites<E, R> writes, E stored, List<R> children) {
        RowWriter after = rows.after(EntityModel.of(writes.relation().entity()), List.of(stored));
        HasManyWriter<E, R> writer = new HasManyWriter<>(after, writes, stored);
        return writer.store(writer.requireKey(), writes.parts(children, rows.context()))
                .map(all -> new Family<>(stored, all));
    }

    private static <E, R> Mono<Void> linked(
            RowWriter rows, Relation<E, R> relation, Family<E, R> family, boolean isNew) {
        List<E> parents = Collections.nCopies(family.children.size(), family.parent);
        Mono<Void> linked = rows.linked(new Written<>(relation, parents, family.children, isNew));
        return isNew
                ? linked.then(
                        rows.linked(new WrittenLists<>(relation, List.of(family.parent), List.of(family.children))))
                : linked;
    }

    /** Completes, or ends with the error for a parent whose key is null. */
    public Mono<Void> requiringKey() {
        return Mono.fromRunnable(this::requireKey);
    }

    /** Inserts {@code chunk} and returns it as stored, in its order. */
    public Mono<List<R>> insertAll(List<R> chunk) {
        return Mono.defer(() -> ChunkRows.ordered(rows, writes.insertAll(requireKey(), chunk), related));
    }

    /**
     * Stores {@code chunk}, whose children may be new or stored, and returns it as stored, in its order. An update is a
     * transaction, because a row that is missing must leave the others unchanged.
     */
    public Mono<List<R>> saveAll(List<R> chunk) {
        return Mono.defer(() -> {
            ForeignKey<R> key = requireKey();
            List<List<R>> parts = writes.parts(chunk, rows.context());
            if (parts.size() > 1) {
                return rows.atomic(store(key, parts));
            }
            List<ChildBatch> batches = writes.saveAll(key, chunk);
            Mono<List<R>> stored = store(batches, chunk);
            return batches.size() == 1 && batches.get(0).as() != StoredAs.STORED ? stored : rows.atomic(stored);
        });
    }

    private Mono<List<R>> store(ForeignKey<R> key, List<List<R>> parts) {
        return Flux.fromIterable(parts)
                .concatMap(part -> store(writes.saveAll(key, part), part))
                .collectList()
                .map(ChunkRows::joined);
    }

    private Mono<List<R>> store(List<ChildBatch> batches, List<R> part) {
        int last = batches.size() - 1;
        return Flux.range(0, batches.size())
                .concatMap(i -> send(i == last ? rows : leaving(), batches.get(i), part))
                .collectList()
                .map(all -> ChunkRows.place(all, related));
    }

    /** The last statement of a write touches the parent, so the others must not. */
    private RowWriter leaving() {
        return rows.after(EntityModel.of(relation.entity()), List.of(parent));
    }

    private Mono<ChunkRows.Stored<R>> send(RowWriter writer, ChildBatch batch, List<R> part) {
        return writer.rows(batch.rows().statement(), related)
                .onErrorMap(error -> RelationErrors.named(error, related))
                .map(found -> new ChunkRows.Stored<>(
                        batch.rows(), batch.as() == StoredAs.STORED ? updated(batch, found, part) : found));
    }

    private List<R> updated(ChildBatch batch, List<R> found, List<R> part) {
        List<R> given = batch.rows().positions().stream().map(part::get).toList();
        if (found.size() != given.size()) {
            throw EntityWriter.absent(
                    related, writes.isVersioned(), "save every row of a list, so no row was changed:", null);
        }
        return new StoredRows<>(related, found, rows.context()).inOrderOf(given);
    }

    /** Updates the rows that satisfy {@code condition}, or all rows if it is null, and returns their number. */
    public Mono<Long> update(@Nullable Condition<R> condition, List<Assignment<R>> values) {
        return Mono.defer(() -> {
            requireKey();
            List<Assignment<R>> own = writes.withoutForeignKey(values);
            return own.isEmpty()
                    ? Mono.just(0L)
                    : rows.guarded(rows.change(writes.updateAll(present(condition), own), related))
                            .onErrorMap(error -> RelationErrors.assigned(error, related, own));
        });
    }

    /** Removes the rows that satisfy {@code condition}, or all rows if it is null, and returns their number. */
    public Mono<Long> delete(@Nullable Condition<R> condition) {
        return Mono.defer(() -> {
            requireKey();
            return rows.guarded(rows.change(writes.removeAll(present(condition)), related))
                    .onErrorMap(error -> RelationErrors.named(error, related));
        });
    }

    private SelectQuery<R> present(@Nullable Condition<R> condition) {
        SelectQuery<R> all = PreloadStep.of(relation).queryFor(parent);
        return condition == null ? all : all.where(condition);
    }

    /** Replaces the rows of the parent by {@code children}, and returns the rows as stored. */
    public Mono<Replacement<R>> replaceAll(List<R> children, Orphans orphans) {
        return Mono.defer(() -> {
            ForeignKey<R> key = requireKey();
            if (orphans == Orphans.SET_NULL) {
                requireNullable("replaceAll");
            }
            new ReplacedChildren<>(writes, key).require(children);
            return RelationErrors.exchanging(isRepeated -> replace(key, children, orphans, isRepeated));
        });
    }

    private Mono<Replacement<R>> replace(ForeignKey<R> key, List<R> children, Orphans orphans, boolean setsAside) {
        ReplacedChildren<E, R> replaced = new ReplacedChildren<>(writes, key);
        return rows.atomic(rows.locked(writes.lock(key))
                .flatMap(parents -> parents == 0 ? Mono.error(this::noParent) : rows.all(present(null)))
                .flatMap(current -> {
                    Replacement<R> change = replaced.compare(children, current);
                    @Nullable SetAside aside = setsAside ? replaced.setAside(change.updated(), current) : null;
                    return replace(key, change, orphans, aside);
                }));
    }

    private Mono<Replacement<R>> replace(
            ForeignKey<R> key, Replacement<R> change, Orphans orphans, @Nullable SetAside aside) {
        List<R> former = change.removed();
        if (!former.isEmpty() && orphans == Orphans.REFUSE) {
            return Mono.error(RelationErrors.orphaned(relation));
        }
        List<R> stored = change.stored();
        Mono<Long> removed = former.isEmpty()
                ? Mono.just(0L)
                : (stored.isEmpty() ? rows : leaving())
                        .change(writes.remove(key, former, orphans == Orphans.DELETE), related)
                        .onErrorMap(error -> RelationErrors.named(error, related));
        return stored.isEmpty()
                ? removed.thenReturn(change)
                : removed.then(aside == null ? Mono.empty() : rows.changeAlone(aside))
                        .then(Mono.defer(() -> store(key, List.of(stored))))
                        .onErrorMap(UniqueViolationException.class, RelationErrors::exchanged)
                        .map(change::withStored);
    }

    private EntityNotFoundException noParent() {
        Class<E> type = relation.entity();
        return new EntityNotFoundException(
                "Cannot replace " + relation + ": no row exists with the key of the " + type.getSimpleName() + ".",
                type,
                RelationKey.raw(relation.sourceKey(), parent));
    }

    /** A parent and its children, as stored. */
    private record Family<E, R>(E parent, List<R> children) {}
}
