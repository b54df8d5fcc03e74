package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.HasOneWrites;
import dev.kindred.internal.persist.ScopeCheck;
import dev.kindred.internal.persist.StoredAs;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.reactor.internal.persist.ReturnedRows.Pair;
import dev.kindred.reactor.internal.read.EntityHandles.Written;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes the child of one parent. Thread-safe. */
public final class HasOneWriter<E, R> {

    private final RowWriter rows;
    private final HasOneWrites<E, R> writes;
    private final HasOneRelation<E, R> relation;
    private final EntityModel<R> related;
    private final E parent;

    /** Writes the child of {@code parent} with the statements of {@code writes}. */
    public HasOneWriter(RowWriter rows, HasOneWrites<E, R> writes, E parent) {
        this.rows = rows;
        this.writes = writes;
        this.relation = writes.relation();
        this.related = relation.related();
        this.parent = parent;
    }

    HasOneWrites<E, R> writes() {
        return writes;
    }

    RowWriter rows() {
        return rows;
    }

    /** Stores {@code parent} and {@code child}, and returns the parent, whose handle is loaded with the child. */
    public static <E, R> Mono<E> saveBoth(RowWriter rows, HasOneWrites<E, R> writes, E parent, R child) {
        return Mono.defer(() -> {
            HasOneRelation<E, R> relation = writes.relation();
            HasOneWriter<E, R> writer = new HasOneWriter<>(rows, writes, parent);
            boolean isNew = writes.isNewParent(parent);
            if (isNew && writes.storedAs(child) == StoredAs.NEW) {
                return writer.both(writes.insertWithParent(parent, child)).map(Pair::parent);
            }
            return rows.atomic(savedParent(rows, writes, parent)
                            .flatMap(
                                    stored -> writer.after(stored).save(child).map(saved -> new Pair<>(stored, saved))))
                    .flatMap(pair -> rows.linked(
                                    new Written<>(relation, List.of(pair.parent()), List.of(pair.child()), isNew))
                            .thenReturn(pair.parent()));
        });
    }

    /** Stores a new child with the given columns. */
    public Mono<R> create(List<Assignment<R>> values) {
        return Mono.defer(() -> {
            new ScopeCheck<>(relation).requireWithin(values);
            return writes.isUnsaved(parent)
                    ? withParent(writes.createWithParent(parent, values))
                    : stored(writes.create(requireKey(), values));
        });
    }

    /** Stores {@code child}, which may be new or stored, with all its columns. */
    public Mono<R> save(R child) {
        return store(child, true);
    }

    /** Sets the foreign key of {@code child} to the parent. Writes no other column of a stored child. */
    public Mono<R> associate(R child) {
        return store(child, false);
    }

    private Mono<R> store(R child, boolean whole) {
        return Mono.defer(() -> {
            StoredAs as = writes.storedAs(child);
            if (!writes.isUnsaved(parent)) {
                return store(child, as, requireKey(), whole);
            }
            return as == StoredAs.NEW
                    ? withParent(writes.insertWithParent(parent, child))
                    : rows.atomic(
                            insertedParent().flatMap(stored -> after(stored).store(child, whole)));
        });
    }

    private Mono<R> store(R child, StoredAs as, ForeignKey<R> key, boolean whole) {
        return switch (as) {
            case NEW -> stored(writes.insert(key, child), child);
            case STORED -> changed(whole ? writes.update(key, child) : writes.point(key, child), child);
            case EITHER -> stored(whole ? writes.upsert(key, child) : writes.insertOrPoint(key, child), child);
        };
    }

    /** Stores {@code child} as the child of the parent and removes the other children. */
    public Mono<R> replace(R child, boolean deleteOrphan) {
        return Mono.defer(() -> {
            if (!deleteOrphan) {
                requireNullable("replace");
            }
            StoredAs as = writes.storedAs(child);
            if (writes.isUnsaved(parent)) {
                return save(child);
            }
            ForeignKey<R> key = requireKey();
            @Nullable R kept = as == StoredAs.NEW ? null : child;
            // The write of the new child touches the parent, so this write must not.
            RowWriter leaving = rows.after(EntityModel.of(relation.entity()), List.of(parent));
            return rows.atomic(rows.run(writes.lock(key))
                    .then(Mono.defer(() -> leaving.change(writes.removeAllBut(kept, key, deleteOrphan), related)))
                    .then(Mono.defer(() -> store(child, as, key, true))));
        });
    }

    /**
     * Updates columns of the child, if any. Returns {@code unchanged} if {@code values} has only columns of the foreign
     * key.
     */
    public Mono<R> update(List<Assignment<R>> values, Mono<R> unchanged) {
        List<Assignment<R>> own = writes.withoutForeignKey(values);
        return own.isEmpty()
                ? unchanged
                : withKey(key -> rows.guarded(named(rows.row(writes.change(key, own), related))));
    }

    /** Sets the foreign key of the child to null. Completes empty without a child. */
    public Mono<R> dissociate() {
        return Mono.defer(() -> {
            requireNullable("dissociate");
            return withKey(key -> rows.guarded(named(rows.row(writes.orphan(key), related))));
        });
    }

    /** Removes the child and returns whether a row was removed. */
    public Mono<Boolean> delete() {
        return withKey(key -> rows.guarded(rows.change(writes.delete(key), related))
                        .onErrorMap(error -> RelationErrors.named(error, related))
                        .map(count -> count > 0))
                .defaultIfEmpty(false);
    }

    private <T> Mono<T> withKey(Function<ForeignKey<R>, Mono<T>> write) {
        return Mono.defer(() -> {
            @Nullable ForeignKey<R> key = writes.keyOf(parent);
            return key == null ? Mono.empty() : write.apply(key);
        });
    }

    ForeignKey<R> requireKey() {
        @Nullable ForeignKey<R> key = writes.keyOf(parent);
        if (key == null) {
            throw writes.keyMissing();
        }
        return key;
    }

    private void requireNullable(String what) {
        @Nullable EntityColumn<R, ?> column = writes.columnThatNeedsParent();
        if (column != null) {
            throw new MappingException("Cannot " + what + " " + relation + " by setting " + column
                    + " to null: the column is not nullable. Delete the " + related.name()
                    + " instead, or mark the member"
                    + " @Nullable.");
        }
    }

    /** Returns a writer for the child of {@code stored}, which the same call saved. */
    private HasOneWriter<E, R> after(E stored) {
        return new HasOneWriter<>(rows.after(EntityModel.of(relation.entity()), List.of(stored)), writes, stored);
    }

    private Mono<E> insertedParent() {
        EntityModel<E> parents = EntityModel.of(relation.entity());
        return rows.row(writes.insertParent(parent), parents)
                .onErrorMap(error -> RelationErrors.named(error, parents, parent))
                .switchIfEmpty(Mono.error(() -> EntityWriter.notStored(parents)));
    }

    Mono<R> withParent(InsertWithChild statement) {
        return both(statement).map(Pair::child);
    }

    Mono<Pair<E, R>> both(InsertWithChild statement) {
        EntityModel<E> parents = EntityModel.of(relation.entity());
        return rows.guarded(rows.pair(statement, parents, related)
                        .onErrorMap(
                                error -> RelationErrors.named(RelationErrors.named(error, parents, parent), related)))
                .flatMap(pair ->
                        rows.linked(relation, pair.parent(), pair.child()).thenReturn(pair));
    }

    private static <E, R> Mono<E> savedParent(RowWriter rows, HasOneWrites<E, R> writes, E parent) {
        EntityModel<E> parents = EntityModel.of(writes.relation().entity());
        return new EntityWriter<>(rows, parents, writes.clock()).save(parent);
    }

    /** Sends one statement that stores a child. In a transaction it runs in a savepoint. */
    Mono<R> stored(Statement statement) {
        return stored(statement, null);
    }

    private Mono<R> stored(Statement statement, @Nullable R child) {
        return rows.guarded(named(rows.row(statement, related), child))
                .switchIfEmpty(Mono.error(() -> EntityWriter.notStored(related)));
    }

    private Mono<R> changed(Statement statement, R child) {
        return rows.guarded(named(rows.row(statement, related), child))
                .switchIfEmpty(Mono.error(() -> EntityWriter.absent(
                        related, writes.isVersioned(), "save", RelationKey.raw(related.id(), child))));
    }

    <T> Mono<T> named(Mono<T> write) {
        return named(write, null);
    }

    private <T> Mono<T> named(Mono<T> write, @Nullable R child) {
        return write.onErrorMap(
                error -> RelationErrors.named(RelationErrors.named(error, relation, parent), related, child));
    }
}
