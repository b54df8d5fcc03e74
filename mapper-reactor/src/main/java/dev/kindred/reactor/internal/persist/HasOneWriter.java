package dev.kindred.reactor.internal.persist;

import dev.kindred.error.UniqueViolationException;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.HasOneWrites;
import dev.kindred.internal.persist.Orphans;
import dev.kindred.internal.persist.StoredAs;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.persist.ReturnedRows.Pair;
import dev.kindred.reactor.internal.read.EntityHandles.Written;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes the child of one parent. Thread-safe. */
public final class HasOneWriter<E, R> extends ChildWriter<E, R> {

    /** Each round but the first requires that another caller has stored a child. */
    private static final int ROUNDS = 16;

    private final RowWriter rows;
    private final HasOneWrites<E, R> writes;
    private final Relation<E, R> relation;
    private final EntityModel<R> related;
    private final E parent;

    /** Writes the child of {@code parent} with the statements of {@code writes}. */
    public HasOneWriter(RowWriter rows, HasOneWrites<E, R> writes, E parent) {
        super(rows, writes, parent);
        this.rows = rows;
        this.writes = writes;
        this.relation = writes.relation();
        this.related = relation.related();
        this.parent = parent;
    }

    /** Stores {@code parent} and {@code child}, and returns the parent, whose handle is loaded with the child. */
    public static <E, R> Mono<E> saveBoth(RowWriter rows, HasOneWrites<E, R> writes, E parent, R child) {
        return Mono.defer(() -> {
            Relation<E, R> relation = writes.relation();
            HasOneWriter<E, R> writer = new HasOneWriter<>(rows, writes, parent);
            boolean isNew = writes.isNewParent(parent);
            if (isNew && writes.storedAs(child) == StoredAs.NEW) {
                return writer.both(writes.insertWithParent(parent, child)).map(Pair::parent);
            }
            return rows.atomic(writer.savedParent()
                            .flatMap(
                                    stored -> writer.after(stored).save(child).map(saved -> new Pair<>(stored, saved))))
                    .flatMap(pair -> rows.linked(
                                    new Written<>(relation, List.of(pair.parent()), List.of(pair.child()), isNew))
                            .thenReturn(pair.parent()));
        });
    }

    /** Stores {@code child} as the child of the parent and removes the other children. */
    public Mono<R> replace(R child, Orphans orphans) {
        return Mono.defer(() -> {
            if (orphans == Orphans.SET_NULL) {
                requireNullable("replace");
            }
            StoredAs as = writes.storedAs(child);
            if (writes.isUnsaved(parent)) {
                return save(child);
            }
            ForeignKey<R> key = requireKey();
            @Nullable R kept = as == StoredAs.NEW ? null : child;
            return again(
                    rows.atomic(rows.run(writes.lock(key))
                            .then(Mono.defer(() -> withoutOthers(kept, key, orphans)))
                            .then(Mono.defer(() -> store(child, as, key, true)))),
                    key,
                    ROUNDS);
        });
    }

    /** Repeats {@code replacement} if another caller has stored a child after the others were removed. */
    private static <R> Mono<R> again(Mono<R> replacement, ForeignKey<R> key, int rounds) {
        return rounds == 1
                ? replacement
                : replacement.onErrorResume(
                        error -> isSecondChild(error, key), error -> again(replacement, key, rounds - 1));
    }

    private static boolean isSecondChild(Throwable error, ForeignKey<?> key) {
        return error instanceof UniqueViolationException violation && key.isIn(violation.columns());
    }

    /** The write of the new child touches the parent, so this write must not. */
    private Mono<Void> withoutOthers(@Nullable R kept, ForeignKey<R> key, Orphans orphans) {
        if (orphans == Orphans.REFUSE) {
            return rows.find(writes.allBut(kept, key).limit(1))
                    .flatMap(other -> Mono.error(RelationErrors.orphaned(relation)));
        }
        return rows.after(EntityModel.of(relation.entity()), List.of(parent))
                .change(writes.removeAllBut(kept, key, orphans == Orphans.DELETE), related)
                .then();
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
}
