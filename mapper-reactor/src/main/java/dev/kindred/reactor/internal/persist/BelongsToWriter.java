package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.BelongsToWrites;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.Assignment;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes the foreign key of one entity. Thread-safe. */
public final class BelongsToWriter<E, R> {

    private final RowWriter rows;
    private final BelongsToWrites<E, R> writes;
    private final BelongsToRelation<E, R> relation;
    private final EntityModel<E> model;
    private final E child;

    /** Writes the foreign key of {@code child} with the statements of {@code writes}. */
    public BelongsToWriter(RowWriter rows, BelongsToWrites<E, R> writes, E child) {
        this.rows = rows;
        this.writes = writes;
        this.relation = writes.relation();
        this.model = EntityModel.of(relation.entity());
        this.child = child;
    }

    /** Sets the foreign key to {@code owner}, which is inserted first if it is new. */
    public Mono<E> associate(R owner) {
        return Mono.defer(() -> {
            if (!writes.isUnsaved(owner)) {
                return pointing(rows, requireKey(owner));
            }
            if (writes.isNew(child)) {
                ForeignKey<E> unknown = writes.toNothing();
                return rows.guarded(rows.pair(writes.insertBoth(owner, child), relation.related(), model)
                                .onErrorMap(error -> RelationErrors.named(error, model, child, unknown)))
                        .flatMap(pair -> rows.linked(relation, pair.child(), pair.parent()));
            }
            return rows.atomic(inserted(writes.insertOwner(owner)).flatMap(this::pointingAtNew))
                    .flatMap(moved -> rows.linked(relation, moved.child, moved.owner));
        });
    }

    /** Inserts an owner with the given columns, sets the foreign key to it, and returns the owner. */
    public Mono<R> create(List<Assignment<R>> values) {
        return Mono.defer(() -> rows.atomic(inserted(writes.createOwner(values)).flatMap(this::pointingAtNew))
                .flatMap(
                        moved -> rows.linked(relation, moved.child, moved.owner).thenReturn(moved.owner)));
    }

    /** Sets the foreign key to null. */
    public Mono<E> dissociate() {
        return Mono.defer(() -> {
            if (writes.isOfOtherType(child)) {
                throw new MappingException("Cannot dissociate " + relation + ": the " + model.name()
                        + " references a row of another type. Dissociate the relation of all types.");
            }
            return dissociate(writes.toNothing());
        });
    }

    /** Sets the foreign keys of all types to null. */
    public Mono<E> dissociateFromAnyType() {
        return dissociate(writes.toNothingOfAnyType());
    }

    private Mono<E> dissociate(ForeignKey<E> nothing) {
        return Mono.defer(() -> {
            @Nullable EntityColumn<E, ?> column = writes.columnThatNeedsOwner();
            if (column != null) {
                throw new MappingException("Cannot dissociate " + relation + ": " + column
                        + " is not nullable. Associate another "
                        + relation.related().name() + ", or delete the "
                        + model.name() + ".");
            }
            return pointing(rows, nothing);
        });
    }

    private ForeignKey<E> requireKey(R owner) {
        @Nullable ForeignKey<E> key = writes.keyOf(owner);
        if (key == null) {
            throw writes.keyMissing();
        }
        return key;
    }

    private Mono<R> inserted(ShapedStatement<?> owner) {
        return rows.row(owner, relation.related())
                .onErrorMap(error -> RelationErrors.named(error, relation.related()))
                .switchIfEmpty(Mono.error(() -> EntityWriter.notStored(relation.related())));
    }

    private Mono<Moved<E, R>> pointingAtNew(R owner) {
        return pointing(rows.after(relation.related(), List.of(owner)), requireKey(owner))
                .map(moved -> new Moved<>(moved, owner));
    }

    private Mono<E> pointing(RowWriter rows, ForeignKey<E> key) {
        boolean isNew = writes.isNew(child);
        ShapedStatement<?> statement = isNew ? writes.insert(child, key) : writes.point(child, key);
        return rows.guarded(
                        rows.row(statement, model).onErrorMap(error -> RelationErrors.named(error, model, child, key)))
                .switchIfEmpty(Mono.error(() -> isNew
                        ? EntityWriter.notStored(model)
                        : EntityWriter.absent(
                                model, writes.isVersioned(), "save", RelationKey.raw(model.id(), child))));
    }

    private record Moved<E, R>(E child, R owner) {}
}
