package dev.kindred.reactor;

import dev.kindred.error.MappingException;
import dev.kindred.internal.persist.ChildWrites;
import dev.kindred.internal.persist.HasManyWrites;
import dev.kindred.internal.persist.HasOneWrites;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.RelatedEntities;
import dev.kindred.model.RelatedEntity;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.persist.BulkCondition;
import dev.kindred.reactor.internal.persist.ChunkWriter;
import dev.kindred.reactor.internal.persist.EntityWriter;
import dev.kindred.reactor.internal.persist.HasManyWriter;
import dev.kindred.reactor.internal.persist.HasOneWriter;
import dev.kindred.reactor.internal.persist.RowWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.persist.WrittenEntities;
import dev.kindred.reactor.internal.select.PrimaryKeys;
import dev.kindred.reactor.internal.wiring.MapperParts;
import dev.kindred.reactor.spi.EntityWrite;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The writes of a mapper. */
abstract class DefaultWriteOperations extends DefaultTransactionOperations implements ReactiveMapper {

    private final WriteContext writing;

    DefaultWriteOperations(MapperParts parts) {
        super(parts);
        this.writing = parts.writing();
    }

    @Override
    public final <E> Mono<E> insert(E entity) {
        return written(Operation.INSERT, entity, writer -> writing.one(EntityWrite.INSERT, entity, writer::insert));
    }

    @Override
    public final <E> Mono<E> update(E entity) {
        return written(Operation.UPDATE, entity, writer -> writing.one(EntityWrite.UPDATE, entity, writer::update));
    }

    @Override
    public final <E> Mono<E> update(E before, E after) {
        Checks.notNull(after, "after");
        return written(
                Operation.UPDATE,
                Checks.notNull(before, "before"),
                writer -> writing.one(EntityWrite.UPDATE, after, changed -> writer.update(before, changed)));
    }

    @Override
    public final <E> Mono<E> save(E entity) {
        return written(Operation.UPSERT, entity, writer -> writing.saved(writer, entity));
    }

    @Override
    public final <E, R> Mono<E> save(E parent, RelatedEntity<E, R> child) {
        HasOneRelation<E, R> relation = Checks.notNull(child, "child").relation();
        return RelationOrigins.of(relation, writing)
                .updates(writing.family(
                        Checks.notNull(parent, "parent"),
                        relation.related().type(),
                        List.of(child.entity()),
                        (given, children) -> HasOneWriter.saveBoth(
                                writing.rows(),
                                new HasOneWrites<>(relation, writing.clock()),
                                given,
                                children.get(0))));
    }

    @Override
    public final <E, R> Mono<E> save(E parent, RelatedEntities<E, R> children) {
        HasManyRelation<E, R> relation = Checks.notNull(children, "children").relation();
        return RelationOrigins.of(relation, writing)
                .updates(writing.family(
                        Checks.notNull(parent, "parent"),
                        relation.related().type(),
                        children.entities(),
                        (given, ready) -> HasManyWriter.saveBoth(
                                writing.rows(), new HasManyWrites<>(relation, writing.clock()), given, ready)));
    }

    @Override
    public final <E> Mono<E> upsert(E entity, ConflictTarget<E> conflictTarget) {
        Checks.notNull(conflictTarget, "conflictTarget");
        return written(
                Operation.UPSERT,
                entity,
                writer -> writing.one(EntityWrite.UPSERT, entity, given -> writer.upsert(given, conflictTarget)));
    }

    @Override
    public final <E> Mono<E> insertIfAbsent(E entity, ConflictTarget<E> conflictTarget) {
        Checks.notNull(conflictTarget, "conflictTarget");
        return written(
                Operation.INSERT,
                entity,
                writer ->
                        writing.one(EntityWrite.INSERT, entity, given -> writer.insertIfAbsent(given, conflictTarget)));
    }

    @Override
    public final Mono<Boolean> delete(Object entity) {
        return deleteOne(Checks.notNull(entity, "entity"));
    }

    private <E> Mono<Boolean> deleteOne(E entity) {
        return written(Operation.DELETE, entity, writer -> writing.deletion(entity, writer::delete));
    }

    @Override
    public final Mono<Boolean> deletePermanently(Object entity) {
        return deleteOnePermanently(Checks.notNull(entity, "entity"));
    }

    private <E> Mono<Boolean> deleteOnePermanently(E entity) {
        return written(Operation.DELETE, entity, writer -> writing.deletion(entity, writer::deletePermanently));
    }

    @Override
    public final <E> Mono<E> restore(E entity) {
        return written(Operation.RESTORE, entity, writer -> writing.one(EntityWrite.RESTORE, entity, writer::restore));
    }

    @Override
    public final <E> BulkUpdate<E> update(Class<E> type) {
        return new DefaultBulkUpdate<>(writing, rowsOf(type), List.of());
    }

    @Override
    public final <E> RowUpdate<E> update(Class<E> type, Object key, Object... furtherParts) {
        EntityModel<E> model = EntityModel.of(type);
        return new DefaultRowUpdate<>(
                writing,
                SelectQuery.of(model).where(PrimaryKeys.condition(model, PrimaryKeys.parts(model, key, furtherParts))),
                null,
                List.of());
    }

    @Override
    public final <E> BulkDelete<E> delete(Class<E> type) {
        return new DefaultBulkDelete<>(writing, rowsOf(type), false);
    }

    private static <E> BulkCondition<E> rowsOf(Class<E> type) {
        return new BulkCondition<>(SelectQuery.of(EntityModel.of(type)), false);
    }

    @Override
    public final <E> Flux<E> insertAll(Publisher<? extends E> entities, ChunkOptions options) {
        return written(entities, options, Operation.INSERT, ChunkWriter::insert);
    }

    @Override
    public final <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf,
            ChunkOptions options) {
        HasOneWrites<E, R> writes = new HasOneWrites<>(Checks.notNull(relation, "relation"), writing.clock());
        Checks.notNull(childOf, "childOf");
        return insertAll(
                entities,
                writes,
                parent -> Stream.<R>ofNullable(childOf.apply(parent)).toList(),
                options);
    }

    @Override
    public final <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasManyRelation<E, R> relation,
            Function<? super E, ? extends Collection<? extends R>> childrenOf,
            ChunkOptions options) {
        HasManyWrites<E, R> writes = new HasManyWrites<>(Checks.notNull(relation, "relation"), writing.clock());
        return insertAll(entities, writes, Checks.notNull(childrenOf, "childrenOf"), options);
    }

    private <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            ChildWrites<E, R> writes,
            Function<? super E, ? extends Collection<? extends R>> childrenOf,
            ChunkOptions options) {
        return this.<E, E>chunks(
                entities,
                options,
                new Kind(Operation.INSERT, writes.relation()),
                (writer, chunk) -> writing.many(
                                EntityWrite.INSERT,
                                chunk,
                                ready -> writer.insertWith(ready, writes, childrenOf, writing.callbacks()))
                        .flatMapIterable(stored -> stored));
    }

    @Override
    public final <E> Flux<E> updateAll(Publisher<? extends E> entities, ChunkOptions options) {
        return written(entities, options, Operation.UPDATE, ChunkWriter::update);
    }

    @Override
    public final <E> Flux<E> upsertAll(
            Publisher<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options) {
        ConflictTarget<E> target = Checks.notNull(conflictTarget, "conflictTarget");
        return written(entities, options, Operation.UPSERT, (writer, chunk) -> writer.upsert(chunk, target));
    }

    @Override
    public final <E> Flux<E> insertAllIfAbsent(
            Publisher<? extends E> entities, ConflictTarget<E> conflictTarget, ChunkOptions options) {
        ConflictTarget<E> target = Checks.notNull(conflictTarget, "conflictTarget");
        return written(entities, options, Operation.INSERT, (writer, chunk) -> writer.insertIfAbsent(chunk, target));
    }

    @Override
    public final <E> Mono<Long> deleteAll(Publisher<? extends E> entities, ChunkOptions options) {
        return this.<E, Long>chunks(entities, options, new Kind(Operation.DELETE, null), writing::deleted)
                .reduce(0L, Long::sum);
    }

    @Override
    public final <E> Mono<Long> copyIn(Publisher<? extends E> entities, ChunkOptions options) {
        return this.<E, Long>chunks(entities, options, new Kind(Operation.COPY, null), writing::copied)
                .reduce(0L, Long::sum);
    }

    private <E> Flux<E> written(
            Publisher<? extends E> entities,
            ChunkOptions options,
            Operation operation,
            BiFunction<ChunkWriter<E>, List<E>, Mono<List<E>>> write) {
        return this.<E, E>chunks(
                entities,
                options,
                new Kind(operation, null),
                (writer, chunk) -> writing.many(
                                EntityWrite.valueOf(operation.name()), chunk, ready -> write.apply(writer, ready))
                        .flatMapIterable(stored -> stored));
    }

    private <E, T> Flux<T> chunks(
            Publisher<? extends E> entities,
            ChunkOptions options,
            Kind kind,
            BiFunction<ChunkWriter<E>, List<E>, Publisher<T>> write) {
        ChunkedWrite<E, T> chunked = new ChunkedWrite<>(
                writing.rows(),
                Checks.notNull(options, "options"),
                chunk -> Flux.defer(() -> write.apply(chunkWriter(chunk.get(0)), chunk))
                        .contextWrite(Origins.of(kind.operation, chunk.get(0).getClass())));
        Checks.notNull(entities, "entities");
        return writing.operations().isUnobserved()
                        && !writing.auditing().isConfigured()
                        && !writing.tenants().areUsed()
                ? writing.operations().translated(chunked.of(entities))
                : Flux.<E>from(entities).switchOnFirst((first, all) -> {
                    @Nullable E entity = first.get();
                    return entity == null
                            ? chunked.of(all)
                            : writing.observe(kind.operation, entity.getClass(), kind.children, chunked.of(all));
                });
    }

    /** What is done to the entities of a publisher, and the relation to the children that are written with them. */
    private record Kind(Operation operation, @Nullable Relation<?, ?> children) {}

    private <E> ChunkWriter<E> chunkWriter(E first) {
        return new ChunkWriter<>(writing.rows(), WrittenEntities.modelOf(first), writing.clock());
    }

    /** A class without a model is an error of the result, like every other error of a write. */
    private <E, T> Mono<T> written(Operation operation, E entity, Function<EntityWriter<E>, Mono<T>> write) {
        Checks.notNull(entity, "entity");
        EntityModel<E> model;
        try {
            model = WrittenEntities.modelOf(entity);
        } catch (MappingException e) {
            return writing.operations().translated(Mono.error(e));
        }
        RowWriter rows = writing.rows();
        Mono<T> work = write.apply(new EntityWriter<>(rows, model, writing.clock()));
        return writing.observe(operation, model.type(), rows.originating(operation, model.type(), work));
    }
}
