package dev.kindred.reactor;

import dev.kindred.internal.persist.HasOneWrites;
import dev.kindred.internal.persist.Orphans;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.HasOneRelation;
import dev.kindred.reactor.internal.persist.FindOrCreate;
import dev.kindred.reactor.internal.persist.HasOneWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.preload.WrittenChild;
import dev.kindred.reactor.spi.EntityWrite;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The operations on the child of one parent. */
final class DefaultHasOneOperations<E, R> extends DefaultRelationOperations<E, R> implements HasOneOperations<E, R> {

    private final HasOneWriter<E, R> writer;
    private final WriteContext writing;
    private final E parent;
    private final WrittenChild<E, R> written;

    DefaultHasOneOperations(
            Related<R> read,
            WriteContext writing,
            HasOneRelation<E, R> relation,
            E parent,
            WrittenChild<E, R> written) {
        super(read, writing, relation);
        this.writing = writing;
        this.parent = parent;
        this.written = written;
        this.writer = new HasOneWriter<>(writing.rows(), new HasOneWrites<>(relation, writing.clock()), parent);
    }

    private FindOrCreateSteps<R> anyChild() {
        return search(List.of());
    }

    private FindOrCreateSteps<R> search(List<Assignment<R>> values) {
        return new DefaultFindOrCreateSteps<>(
                new FindOrCreate<>(writer, parent, values, writing.withoutIndex()), row -> creates(written.of(row)));
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values) {
        return creates(written.of(writer.create(Checks.noNulls(values, "values"))));
    }

    @Override
    public Mono<R> save(R child) {
        return updates(written.of(writing.one(EntityWrite.UPSERT, Checks.notNull(child, "child"), writer::save)));
    }

    @Override
    public Mono<R> associate(R child) {
        return updates(written.of(writer.associate(Checks.notNull(child, "child"))));
    }

    @Override
    public Mono<R> replace(R child, OrphanPolicy orphans) {
        Orphans former = Checks.notNull(orphans, "orphans").orphans();
        return updates(written.of(writing.one(
                EntityWrite.UPSERT, Checks.notNull(child, "child"), given -> writer.replace(given, former))));
    }

    @Override
    public Mono<R> update(Collection<Assignment<R>> values) {
        return updates(written.of(writer.update(Checks.noNulls(values, "values"), find())));
    }

    @Override
    public Mono<R> dissociate() {
        return deletes(writer.dissociate());
    }

    @Override
    public Mono<Boolean> delete() {
        return deletes(writer.delete());
    }

    @Override
    public FindOrCreateSteps<R> matching(Collection<Assignment<R>> values) {
        return search(Checks.noNulls(values, "values"));
    }

    @Override
    public Mono<R> firstOrCreate(Supplier<? extends Collection<Assignment<R>>> payload) {
        return anyChild().firstOrCreate(payload);
    }

    @Override
    public Mono<R> firstOrCreate(Collection<Assignment<R>> payload) {
        return anyChild().firstOrCreate(payload);
    }

    @Override
    public Mono<R> createOrFirst(Supplier<? extends Collection<Assignment<R>>> payload) {
        return anyChild().createOrFirst(payload);
    }

    @Override
    public Mono<R> createOrFirst(Collection<Assignment<R>> payload) {
        return anyChild().createOrFirst(payload);
    }

    @Override
    public Mono<R> updateOrCreate(Supplier<? extends Collection<Assignment<R>>> payload) {
        return anyChild().updateOrCreate(payload);
    }

    @Override
    public Mono<R> updateOrCreate(Collection<Assignment<R>> payload) {
        return anyChild().updateOrCreate(payload);
    }
}
