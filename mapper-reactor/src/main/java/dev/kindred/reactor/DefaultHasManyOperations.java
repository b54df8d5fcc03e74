package dev.kindred.reactor;

import dev.kindred.internal.persist.HasManyWrites;
import dev.kindred.internal.persist.Orphans;
import dev.kindred.internal.persist.Replacement;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.HasManyRelation;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.persist.FindOrCreate;
import dev.kindred.reactor.internal.persist.HasManyWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.preload.WrittenChild;
import dev.kindred.reactor.spi.EntityWrite;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operations on the children of one parent. */
final class DefaultHasManyOperations<E, R> implements HasManyOperations<E, R> {

    private final EntitySelect<R> query;
    private final WriteContext writing;
    private final E parent;
    private final HasManyWriter<E, R> writer;
    private final WrittenChild<E, R> written;
    private final RelationOrigins origins;

    DefaultHasManyOperations(
            EntitySelect<R> query,
            WriteContext writing,
            HasManyRelation<E, R> relation,
            E parent,
            WrittenChild<E, R> written) {
        this.query = query;
        this.writing = writing;
        this.parent = parent;
        this.written = written;
        this.writer = new HasManyWriter<>(writing.rows(), new HasManyWrites<>(relation, writing.clock()), parent);
        this.origins = RelationOrigins.of(relation, writing);
    }

    @Override
    public EntitySelect<R> query() {
        return query;
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values) {
        return created(writer.create(Checks.noNulls(values, "values")));
    }

    @Override
    public Mono<R> create(R child) {
        return created(writing.one(EntityWrite.INSERT, Checks.notNull(child, "child"), writer::insert));
    }

    private Mono<R> created(Mono<R> write) {
        return origins.creates(written.changing(written.of(write)));
    }

    @Override
    public Mono<R> save(R child) {
        return origins.updates(written.changing(
                written.of(writing.one(EntityWrite.UPSERT, Checks.notNull(child, "child"), writer::save))));
    }

    @Override
    public Flux<R> createAll(Publisher<? extends R> children, ChunkOptions options) {
        return origins.creates(chunks(
                children,
                options,
                chunk -> origins.origin(
                        Operation.RELATION_CREATE, writing.many(EntityWrite.INSERT, chunk, writer::insertAll))));
    }

    @Override
    public Flux<R> saveAll(Publisher<? extends R> children, ChunkOptions options) {
        return origins.updates(chunks(
                children,
                options,
                chunk -> origins.origin(
                        Operation.RELATION_UPDATE, writing.many(EntityWrite.UPSERT, chunk, writer::saveAll))));
    }

    private Flux<R> chunks(
            Publisher<? extends R> children, ChunkOptions options, Function<List<R>, Mono<List<R>>> write) {
        Checks.notNull(children, "children");
        Flux<R> stored = new ChunkedWrite<R, R>(
                        writing.rows(),
                        Checks.notNull(options, "options"),
                        chunk -> written.changing(written.all(write.apply(chunk), all -> all))
                                .flatMapIterable(all -> all))
                .of(children);
        Flux<R> changing = options.isAtomic() ? Handover.each(written.changing(stored.collectList())) : stored;
        return writer.requiringKey().thenMany(changing);
    }

    @Override
    public FindOrCreateSteps<R> matching(Collection<Assignment<R>> values) {
        List<Assignment<R>> searched = Checks.noNulls(values, "values");
        Checks.argument(!searched.isEmpty(), "matching needs at least one column");
        return new DefaultFindOrCreateSteps<>(
                new FindOrCreate<>(writer, parent, searched, writing.withoutIndex()), this::created);
    }

    @Override
    public Mono<Long> update(Condition<R> condition, Collection<Assignment<R>> values) {
        return origins.updates(written.changing(
                writer.update(Checks.notNull(condition, "condition"), Checks.noNulls(values, "values"))));
    }

    @Override
    public Mono<Long> updateAll(Collection<Assignment<R>> values) {
        return origins.updates(written.changing(writer.update(null, Checks.noNulls(values, "values"))));
    }

    @Override
    public Mono<Long> delete(Condition<R> condition) {
        return origins.deletes(written.changing(writer.delete(Checks.notNull(condition, "condition"))));
    }

    @Override
    public Mono<Long> deleteAll() {
        return origins.deletes(written.changing(writer.delete(null)));
    }

    @Override
    public Mono<ReplacedRows<R>> replaceAll(Collection<? extends R> children, OrphanPolicy orphans) {
        Orphans former = Checks.notNull(orphans, "orphans").orphans();
        Mono<Replacement<R>> replaced = writing.many(
                EntityWrite.UPSERT,
                Checks.<R>noNulls(children, "children"),
                ready -> writer.replaceAll(ready, former),
                (replacement, given) -> replacement.stored());
        return origins.updates(written.changing(written.all(replaced, DefaultHasManyOperations::rowsOf)))
                .map(all -> new ReplacedRows<>(all.added(), all.updated(), all.removed(), all.unchanged()));
    }

    private static <R> List<R> rowsOf(Replacement<R> replaced) {
        List<R> rows = new ArrayList<>(replaced.stored());
        rows.addAll(replaced.unchanged());
        return rows;
    }
}
