package dev.kindred.reactor.internal.persist;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.EntityWrites;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.Assignment;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes one entity with one statement. Thread-safe. */
public final class EntityWriter<E> {

    private final RowWriter rows;
    private final EntityModel<E> model;
    private final EntityWrites<E> writes;

    /** Sends statements with {@code rows} and uses the audit times of {@code clock}. */
    public EntityWriter(RowWriter rows, EntityModel<E> model, Clock clock) {
        this.rows = rows;
        this.model = model;
        this.writes = new EntityWrites<>(model, clock);
    }

    /** Inserts {@code entity}. */
    public Mono<E> insert(E entity) {
        return Mono.defer(() -> stored(writes.insert(entity), entity));
    }

    /** Inserts {@code entity}, or completes empty if a row has the same {@code target}. */
    public Mono<E> insertIfAbsent(E entity, ConflictTarget<E> target) {
        return Mono.defer(() -> rows.row(writes.insertIfAbsent(entity, target), model)
                .onErrorMap(error -> RelationErrors.named(error, model, entity)));
    }

    /** Inserts {@code entity}, or updates the row with the same {@code target}. */
    public Mono<E> upsert(E entity, ConflictTarget<E> target) {
        return Mono.defer(() -> stored(ShapedStatement.of(writes.upsert(entity, target)), entity));
    }

    /** Returns whether {@link #save} inserts {@code entity}. */
    public boolean isNew(E entity) {
        return writes.isNew(entity);
    }

    /** Inserts {@code entity} if its generated key is unset, and updates it otherwise. */
    public Mono<E> save(E entity) {
        return Mono.defer(() -> writes.isNew(entity) ? insert(entity) : update(entity));
    }

    /** Writes every column of {@code entity}. An entity that has only key columns is read. */
    public Mono<E> update(E entity) {
        return Mono.defer(() -> writes.update(entity)
                .map(update -> changed(update, entity))
                .orElseGet(() -> rows.find(SelectQuery.of(model).and(writes.sameRow(entity)))
                        .switchIfEmpty(Mono.error(() -> absent("update", entity)))));
    }

    /**
     * Writes the columns in which {@code after} differs from {@code before}. Without a difference it returns
     * {@code before}.
     */
    public Mono<E> update(E before, E after) {
        return Mono.defer(() -> writes.update(before, after)
                .map(update -> changed(update, after))
                .orElseGet(() -> Mono.just(rows.live(model, before))));
    }

    /** Writes {@code values} to the row of {@code query}. Without values it reads the row. */
    public Mono<E> update(SelectQuery<E> query, List<Assignment<E>> values, boolean comparesVersion) {
        return Mono.defer(() -> values.isEmpty() ? rows.find(query) : assigned(query, values))
                .switchIfEmpty(Mono.error(() -> absent(model, comparesVersion, "update", null)));
    }

    private Mono<E> assigned(SelectQuery<E> query, List<Assignment<E>> values) {
        return rows.row(writes.update(values, query.toSelect().where(), Columns.references(model)), model)
                .onErrorMap(error -> RelationErrors.assigned(error, model, values));
    }

    /** Deletes the row of {@code entity}, or marks it as deleted. */
    public Mono<Boolean> delete(E entity) {
        return Mono.defer(() -> removed(writes.delete(entity), entity, SelectQuery.of(model)));
    }

    /** Deletes the row of {@code entity}. */
    public Mono<Boolean> deletePermanently(E entity) {
        SelectQuery<E> all = SelectQuery.of(model);
        return Mono.defer(() -> removed(
                writes.deletePermanently(entity), entity, model.softDelete().isPresent() ? all.withDeleted() : all));
    }

    /** Removes the deletion mark from the row of {@code entity}. */
    public Mono<E> restore(E entity) {
        return Mono.defer(() -> changed(writes.restore(entity), entity));
    }

    /** A versioned row that was not deleted does not exist or has another version. A read distinguishes the two. */
    private Mono<Boolean> removed(ShapedStatement<?> statement, E entity, SelectQuery<E> present) {
        Mono<Boolean> stale = Mono.defer(() -> rows.find(present.and(writes.sameKey(entity))))
                .flatMap(row -> Mono.<Boolean>error(absent("delete", entity)))
                .defaultIfEmpty(false);
        return rows.change(statement, model)
                .onErrorMap(error -> RelationErrors.named(error, model, entity))
                .flatMap(count -> count == 0 && writes.isVersioned() ? stale : Mono.just(count > 0));
    }

    private Mono<E> stored(ShapedStatement<?> insert, E entity) {
        return rows.row(insert, model)
                .onErrorMap(error -> RelationErrors.named(error, model, entity))
                .switchIfEmpty(Mono.error(() -> notStored(model)));
    }

    private Mono<E> changed(ShapedStatement<?> update, E entity) {
        return rows.row(update, model)
                .onErrorMap(error -> RelationErrors.named(error, model, entity))
                .switchIfEmpty(Mono.error(() -> absent("update", entity)));
    }

    static RuntimeException notStored(EntityModel<?> model) {
        return new MappingException("The insert into " + Nodes.of(model).table()
                + " stored no row: a trigger or a rule of the table suppressed the " + model.name() + ".");
    }

    private RuntimeException absent(String what, E entity) {
        return absent(model, writes.isVersioned(), what, RelationKey.raw(model.id(), entity));
    }

    static RuntimeException absent(EntityModel<?> model, boolean versioned, String what, @Nullable Object key) {
        return versioned
                ? new StaleVersionException("Cannot " + what + " the " + model.name() + ": its row in "
                        + Nodes.of(model).table()
                        + " was changed or deleted since it was read. Read it again and repeat the change.")
                : new EntityNotFoundException(
                        "Cannot " + what + " the " + model.name() + ": no row with its key"
                                + " exists in " + Nodes.of(model).table()
                                + ".",
                        model.type(),
                        key);
    }
}
