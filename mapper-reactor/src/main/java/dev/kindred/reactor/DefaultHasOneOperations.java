package dev.kindred.reactor;

import dev.kindred.internal.persist.HasOneWrites;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.HasOneRelation;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.persist.FindOrCreate;
import dev.kindred.reactor.internal.persist.HasOneWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.preload.WrittenChild;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The child of one parent. */
final class DefaultHasOneOperations<E, R> extends HasOneOperations<E, R> {

    private final Related<R> read;
    private final HasOneWriter<E, R> writer;
    private final WriteContext writing;
    private final E parent;
    private final FindOrCreate<E, R> anyChild;
    private final WrittenChild<E, R> written;
    private final Function<Context, Context> creating;
    private final Function<Context, Context> updating;
    private final Function<Context, Context> deleting;

    DefaultHasOneOperations(
            Related<R> read,
            WriteContext writing,
            HasOneRelation<E, R> relation,
            E parent,
            WrittenChild<E, R> written) {
        this.read = read;
        this.writing = writing;
        this.parent = parent;
        this.written = written;
        this.writer = new HasOneWriter<>(writing.rows(), new HasOneWrites<>(relation, writing.clock()), parent);
        this.anyChild = new FindOrCreate<>(writer, parent, List.of(), writing.withoutIndex());
        this.creating = Origins.of(Operation.RELATION_CREATE, relation.entity(), relation);
        this.updating = Origins.of(Operation.RELATION_UPDATE, relation.entity(), relation);
        this.deleting = Origins.of(Operation.RELATION_DELETE, relation.entity(), relation);
    }

    @Override
    public Mono<R> find() {
        return read.find();
    }

    @Override
    public Mono<R> getOrDefault(Supplier<R> absent) {
        return read.getOrDefault(absent);
    }

    @Override
    public EntitySelect<R> query() {
        return read.query();
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values) {
        return written.of(writer.create(Checks.noNulls(values, "values"))).contextWrite(creating);
    }

    @Override
    public Mono<R> save(R child) {
        return written.of(writer.save(Checks.notNull(child, "child"))).contextWrite(updating);
    }

    @Override
    public Mono<R> associate(R child) {
        return written.of(writer.associate(Checks.notNull(child, "child"))).contextWrite(updating);
    }

    @Override
    public Mono<R> replace(R child, OrphanPolicy orphans) {
        return written.of(writer.replace(
                        Checks.notNull(child, "child"), Checks.notNull(orphans, "orphans") == OrphanPolicy.DELETE))
                .contextWrite(updating);
    }

    @Override
    public Mono<R> update(Collection<Assignment<R>> values) {
        return written.of(writer.update(Checks.noNulls(values, "values"), find()))
                .contextWrite(updating);
    }

    @Override
    public Mono<R> dissociate() {
        return writer.dissociate().contextWrite(deleting);
    }

    @Override
    public Mono<Boolean> delete() {
        return writer.delete().contextWrite(deleting);
    }

    @Override
    public FindOrCreateSteps<R> matching(Collection<Assignment<R>> values) {
        return new Search<>(
                new FindOrCreate<>(writer, parent, Checks.noNulls(values, "values"), writing.withoutIndex()),
                this::created);
    }

    @Override
    FindOrCreate<E, R> search() {
        return anyChild;
    }

    @Override
    Mono<R> created(Mono<R> row) {
        return written.of(row).contextWrite(creating);
    }

    /** A search for a child with certain values. */
    private static final class Search<E, R> extends FindOrCreateSteps<R> {

        private final FindOrCreate<E, R> search;
        private final UnaryOperator<Mono<R>> created;

        Search(FindOrCreate<E, R> search, UnaryOperator<Mono<R>> created) {
            this.search = search;
            this.created = created;
        }

        @Override
        FindOrCreate<E, R> search() {
            return search;
        }

        @Override
        Mono<R> created(Mono<R> row) {
            return created.apply(row);
        }
    }
}
