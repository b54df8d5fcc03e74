package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.execute.Auditing;
import dev.kindred.reactor.internal.execute.Tenants;
import dev.kindred.reactor.spi.EntityWrite;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The parts that writes need.
 *
 * @param rows sends the statements
 * @param clock where audit times come from
 * @param pairs the writes of pairs
 * @param auditing where auditors come from
 * @param tenants where tenants come from
 * @param callbacks what is called around writes of entities
 * @param withoutIndex the columns that were found to have no unique index
 * @param pivotsWithoutIndex the pivot tables that were found to have no unique index on the pair
 */
public record WriteContext(
        RowWriter rows,
        Clock clock,
        PairWrites pairs,
        Auditing auditing,
        Tenants tenants,
        EntityCallbacks callbacks,
        Set<List<? extends EntityColumn<?, ?>>> withoutIndex,
        Set<TableName> pivotsWithoutIndex) {

    /** Returns a context of writes through a relation of {@code entity}. */
    public WriteContext of(Object entity) {
        return tenants.areUsed()
                ? new WriteContext(
                        rows, clock, pairs, auditing, tenants.of(entity), callbacks, withoutIndex, pivotsWithoutIndex)
                : this;
    }

    /** Returns what observes the writes. */
    public Operations operations() {
        return rows.operations();
    }

    /** Returns the write of {@code entity} by {@code work}, which returns the stored entity, with its callbacks. */
    public <E> Mono<E> one(EntityWrite write, E entity, Function<E, Mono<E>> work) {
        return tenants.of(List.of(entity), callbacks.one(rows, write, entity, work));
    }

    /** Returns the deletion of {@code entity} by {@code work} with its callbacks. */
    public <E> Mono<Boolean> deletion(E entity, Function<E, Mono<Boolean>> work) {
        return tenants.of(List.of(entity), callbacks.deletion(rows, entity, work));
    }

    /** Returns the write of {@code entities} by {@code work}, which returns the stored ones, with their callbacks. */
    public <E> Mono<List<E>> many(EntityWrite write, List<E> entities, Function<List<E>, Mono<List<E>>> work) {
        return many(write, entities, work, (stored, given) -> stored);
    }

    /** Returns the write of {@code entities} by {@code work} with their callbacks. */
    public <E, T> Mono<T> many(
            EntityWrite write,
            List<E> entities,
            Function<List<E>, Mono<T>> work,
            BiFunction<T, List<E>, List<E>> written) {
        return tenants.of(entities, callbacks.many(rows, write, entities, work, written));
    }

    /** Returns the save of {@code entity} by {@code writer} with its callbacks. */
    public <E> Mono<E> saved(EntityWriter<E> writer, E entity) {
        if (!callbacks.isCalledFor(entity.getClass())) {
            return tenants.of(List.of(entity), writer.save(entity));
        }
        return Mono.defer(() -> writer.isNew(entity)
                ? one(EntityWrite.INSERT, entity, writer::insert)
                : one(EntityWrite.UPDATE, entity, writer::update));
    }

    /** Returns the deletion of {@code chunk} by {@code writer} with its callbacks. */
    public <E> Mono<Long> deleted(ChunkWriter<E> writer, List<E> chunk) {
        return many(EntityWrite.DELETE, chunk, writer::delete, (count, given) -> given);
    }

    /** Returns the copy of {@code chunk} by {@code writer}. */
    public <E> Mono<Long> copied(ChunkWriter<E> writer, List<E> chunk) {
        return tenants.of(chunk, writer.copy(chunk));
    }

    /** Returns the write of {@code parent} and {@code children} of the class {@code type} with their callbacks. */
    public <E, R> Mono<E> family(E parent, Class<R> type, List<R> children, BiFunction<E, List<R>, Mono<E>> work) {
        if (!callbacks.isCalledFor(type)) {
            return one(EntityWrite.UPSERT, parent, given -> work.apply(given, children));
        }
        return rows.transactional(one(
                EntityWrite.UPSERT,
                parent,
                given -> callbacks.before(children, EntityWrite.UPSERT).flatMap(ready -> work.apply(given, ready))));
    }

    /** Returns {@code write} as one operation on rows of {@code entity}. */
    public <T> Mono<T> observe(Operation operation, Class<?> entity, Mono<T> write) {
        return operations().observe(operation, entity, null, within(entity, null, write));
    }

    /** Returns {@code writes} as one operation on rows of {@code entity}, and on the {@code children} if not null. */
    public <T> Flux<T> observe(
            Operation operation, Class<?> entity, @Nullable Relation<?, ?> children, Flux<T> writes) {
        return operations().observe(operation, entity, null, within(entity, children, writes));
    }

    /** Returns {@code write} as one operation through {@code relation}. */
    public <T> Mono<T> observe(Operation operation, Relation<?, ?> relation, Mono<T> write) {
        Class<?> entity = relation.entity();
        return operations().observe(operation, entity, relation, within(entity, relation, write));
    }

    /** Returns {@code writes} as one operation through {@code relation}. */
    public <T> Flux<T> observe(Operation operation, Relation<?, ?> relation, Flux<T> writes) {
        Class<?> entity = relation.entity();
        return operations().observe(operation, entity, relation, within(entity, relation, writes));
    }

    private <T> Mono<T> within(Class<?> entity, @Nullable Relation<?, ?> relation, Mono<T> write) {
        return tenants.within(entity, relation, auditing.within(entity, relation, write));
    }

    private <T> Flux<T> within(Class<?> entity, @Nullable Relation<?, ?> relation, Flux<T> writes) {
        return tenants.within(entity, relation, auditing.within(entity, relation, writes));
    }
}
