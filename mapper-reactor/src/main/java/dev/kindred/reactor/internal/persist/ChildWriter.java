package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.ChildWrites;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.ScopeCheck;
import dev.kindred.internal.persist.StoredAs;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.persist.ReturnedRows.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes single children of one parent. Thread-safe. */
public class ChildWriter<E, R> {

    private final RowWriter rows;
    private final ChildWrites<E, R> writes;
    private final Relation<E, R> relation;
    private final EntityModel<R> related;
    private final E parent;

    /** Writes the child of {@code parent} with the statements of {@code writes}. */
    public ChildWriter(RowWriter rows, ChildWrites<E, R> writes, E parent) {
        this.rows = rows;
        this.writes = writes;
        this.relation = writes.relation();
        this.related = relation.related();
        this.parent = parent;
    }

    ChildWrites<E, R> writes() {
        return writes;
    }

    RowWriter rows() {
        return rows;
    }

    E parent() {
        return parent;
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

    /** Stores {@code child} as a new row. */
    public Mono<R> insert(R child) {
        return Mono.defer(() -> stored(writes.insert(requireKey(), child), child));
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

    final Mono<R> store(R child, StoredAs as, ForeignKey<R> key, boolean whole) {
        return switch (as) {
            case NEW -> stored(writes.insert(key, child), child);
            case STORED -> changed(whole ? writes.update(key, child) : writes.point(key, child), child);
            case EITHER ->
                stored(ShapedStatement.of(whole ? writes.upsert(key, child) : writes.insertOrPoint(key, child)), child);
        };
    }

    ForeignKey<R> requireKey() {
        @Nullable ForeignKey<R> key = writes.keyOf(parent);
        if (key == null) {
            throw writes.keyMissing();
        }
        return key;
    }

    final void requireNullable(String what) {
        @Nullable EntityColumn<R, ?> column = writes.columnThatNeedsParent();
        if (column != null) {
            throw new MappingException("Cannot " + what + " " + relation + " by setting " + column
                    + " to null: the column is not nullable. Delete the " + related.name()
                    + " instead, or mark the member"
                    + " @Nullable.");
        }
    }

    /** Returns a writer for the child of {@code stored}, which the same call saved. */
    final ChildWriter<E, R> after(E stored) {
        return new ChildWriter<>(rows.after(EntityModel.of(relation.entity()), List.of(stored)), writes, stored);
    }

    private Mono<E> insertedParent() {
        EntityModel<E> parents = EntityModel.of(relation.entity());
        return rows.row(writes.insertParent(parent), parents)
                .onErrorMap(error -> RelationErrors.named(error, parents, parent))
                .switchIfEmpty(Mono.error(() -> EntityWriter.notStored(parents)));
    }

    Mono<R> withParent(ShapedStatement<InsertWithChild> statement) {
        return both(statement).map(Pair::child);
    }

    Mono<Pair<E, R>> both(ShapedStatement<InsertWithChild> statement) {
        EntityModel<E> parents = EntityModel.of(relation.entity());
        return rows.linked(
                relation,
                rows.pair(statement, parents, related)
                        .onErrorMap(
                                error -> RelationErrors.named(RelationErrors.named(error, parents, parent), related)));
    }

    /** Saves the parent and returns it as stored. */
    final Mono<E> savedParent() {
        EntityModel<E> parents = EntityModel.of(relation.entity());
        return new EntityWriter<>(rows, parents, writes.clock()).save(parent);
    }

    /** Sends one statement that stores a child. In a transaction it runs in a savepoint. */
    Mono<R> stored(ShapedStatement<?> statement) {
        return stored(statement, null);
    }

    private Mono<R> stored(ShapedStatement<?> statement, @Nullable R child) {
        return rows.guarded(named(rows.row(statement, related), child))
                .switchIfEmpty(Mono.error(() -> EntityWriter.notStored(related)));
    }

    private Mono<R> changed(ShapedStatement<?> statement, R child) {
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
