package dev.kindred.reactor;

import dev.kindred.internal.persist.LinkWrites;
import dev.kindred.internal.persist.WantedLinks;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.query.Linked;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.persist.LinkResult;
import dev.kindred.reactor.internal.persist.PairWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.preload.WrittenChild;
import dev.kindred.reactor.internal.select.PrimaryKeys;
import dev.kindred.reactor.spi.EntityWrite;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operations on the pairs of one parent. */
final class DefaultManyToManyOperations<E, R, P> implements PivotOperations<R, P> {

    private final RelatedMany<R> reads;
    private final LinkWrites<E, R, P> writes;
    private final PairWriter<E, R, P> writer;
    private final WrittenChild<E, R> written;
    private final RelationOrigins origins;
    private final WriteContext writing;

    DefaultManyToManyOperations(
            RelatedMany<R> reads,
            WriteContext writing,
            LinkWrites<E, R, P> writes,
            E parent,
            WrittenChild<E, R> written) {
        this.reads = reads;
        this.writing = writing;
        this.writes = writes;
        this.written = written;
        this.writer = new PairWriter<>(writing, writes, parent);
        this.origins = RelationOrigins.of(writes.relation(), writing);
    }

    @Override
    public EntitySelect<R> query() {
        return reads.query();
    }

    @Override
    public Flux<Linked<R, P>> links() {
        if (reads instanceof RelatedPivots<?, ?>) {
            return pivots().links();
        }
        throw new IllegalStateException("The pivot of " + writes.relation() + " has no entity.");
    }

    @SuppressWarnings("unchecked") // the pivots of a relation have its types
    private RelatedPivots<R, P> pivots() {
        return (RelatedPivots<R, P>) reads;
    }

    @Override
    public Mono<LinkChanges> attach(Collection<? extends R> related) {
        return origins.creates(changed(writer.attach(entities(related))));
    }

    @Override
    public Mono<LinkChanges> attachKeys(Collection<?> keys) {
        return origins.creates(changed(writer.attach(keys(keys))));
    }

    @Override
    public Mono<LinkChanges> attachLinks(Collection<Link<R, P>> links) {
        return origins.creates(changed(writer.attach(links(links))));
    }

    @Override
    public Mono<LinkChanges> detach(Collection<? extends R> related) {
        return origins.deletes(changed(writer.detach(entities(related))));
    }

    @Override
    public Mono<LinkChanges> detachKeys(Collection<?> keys) {
        return origins.deletes(changed(writer.detach(keys(keys))));
    }

    @Override
    public Mono<LinkChanges> detachAll() {
        return origins.deletes(changed(writer.detach(null)));
    }

    @Override
    public Mono<LinkChanges> sync(Collection<? extends R> related) {
        return origins.updates(changed(writer.sync(entities(related), true)));
    }

    @Override
    public Mono<LinkChanges> syncKeys(Collection<?> keys) {
        return origins.updates(changed(writer.sync(keys(keys), true)));
    }

    @Override
    public Mono<LinkChanges> syncLinks(Collection<Link<R, P>> links) {
        return origins.updates(changed(writer.sync(links(links), true)));
    }

    @Override
    public Mono<LinkChanges> syncWithoutDetaching(Collection<? extends R> related) {
        return origins.updates(changed(writer.sync(entities(related), false)));
    }

    @Override
    public Mono<LinkChanges> syncKeysWithoutDetaching(Collection<?> keys) {
        return origins.updates(changed(writer.sync(keys(keys), false)));
    }

    @Override
    public Mono<LinkChanges> syncLinksWithoutDetaching(Collection<Link<R, P>> links) {
        return origins.updates(changed(writer.sync(links(links), false)));
    }

    @Override
    public Mono<LinkChanges> toggle(Collection<? extends R> related) {
        return origins.updates(changed(writer.toggle(entities(related))));
    }

    @Override
    public Mono<LinkChanges> toggleKeys(Collection<?> keys) {
        return origins.updates(changed(writer.toggle(keys(keys))));
    }

    @Override
    public Mono<LinkChanges> updatePivot(Object key, Collection<Assignment<P>> values) {
        Object given = Checks.notNull(key, "key");
        return origins.updates(changed(
                writer.update(() -> WantedLinks.of(List.of(fitting(given))), Checks.noNulls(values, "values"))));
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values) {
        return create(values, List.of());
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values, Collection<Assignment<P>> ofPivot) {
        return origins.creates(
                written.changing(writer.create(Checks.noNulls(values, "values"), Checks.noNulls(ofPivot, "ofPivot"))));
    }

    @Override
    public Mono<R> create(R related) {
        return createAll(List.of(Checks.notNull(related, "related")), ChunkOptions.defaults())
                .single();
    }

    @Override
    public Flux<R> createAll(Publisher<? extends R> related, ChunkOptions options) {
        return createAll(related, List.of(), options);
    }

    @Override
    public Flux<R> createAll(Publisher<? extends R> related, Collection<Assignment<P>> ofPivot, ChunkOptions options) {
        Checks.notNull(related, "related");
        List<Assignment<P>> values = Checks.noNulls(ofPivot, "ofPivot");
        Flux<R> stored = new ChunkedWrite<R, R>(
                        writing.rows(),
                        Checks.notNull(options, "options"),
                        chunk -> written.changing(origins.origin(
                                        Operation.RELATION_CREATE,
                                        writing.many(
                                                EntityWrite.INSERT, chunk, ready -> writer.createAll(ready, values))))
                                .flatMapIterable(all -> all))
                .of(related);
        Flux<R> changing = options.isAtomic() ? Handover.each(written.changing(stored.collectList())) : stored;
        return origins.creates(writer.requiringKey().thenMany(changing));
    }

    private Mono<LinkChanges> changed(Mono<LinkResult> write) {
        return written.changing(write)
                .map(all -> new LinkChanges(all.attached(), all.detached(), all.updated(), all.unchanged()));
    }

    private Supplier<WantedLinks<P>> entities(Collection<? extends R> related) {
        List<R> given = Checks.noNulls(related, "related");
        return () -> WantedLinks.of(given.stream().map(writes::requireTarget).toList());
    }

    private Supplier<WantedLinks<P>> keys(Collection<?> keys) {
        List<Object> given = Checks.noNulls(keys, "keys");
        return () -> WantedLinks.of(given.stream().map(this::fitting).toList());
    }

    private Supplier<WantedLinks<P>> links(Collection<Link<R, P>> links) {
        List<Link<R, P>> given = Checks.noNulls(links, "links");
        return () -> {
            List<Object> keys = new ArrayList<>();
            List<List<Assignment<P>>> values = new ArrayList<>();
            for (Link<R, P> link : given) {
                R related = link.related();
                Object key = link.key();
                keys.add(related == null ? fitting(Checks.notNull(key, "key")) : writes.requireTarget(related));
                writes.requireWritable(link.values());
                values.add(link.values());
            }
            return WantedLinks.of(keys, values);
        };
    }

    /** Returns {@code key} in the types of the referenced columns. */
    private Object fitting(Object key) {
        List<EntityColumn<R, ?>> columns = writes.relation().targetKey();
        if (columns.size() == 1) {
            return fitting(columns.get(0), key);
        }
        if (!(key instanceof List<?> given && given.size() == columns.size())) {
            throw new IllegalArgumentException(
                    "The key of " + writes.relation() + " is a list with a value for each of " + columns);
        }
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(fitting(columns.get(i), Checks.notNull(given.get(i), "part of a key")));
        }
        return parts;
    }

    private static Object fitting(EntityColumn<?, ?> column, Object value) {
        Object fitting = PrimaryKeys.fitting(column, value);
        if (!column.type().javaType().isInstance(fitting)) {
            throw new IllegalArgumentException("The key " + column + " is of type "
                    + column.type().javaType().getSimpleName() + ", but the given "
                    + value.getClass().getSimpleName() + " does not fit");
        }
        return fitting;
    }
}
