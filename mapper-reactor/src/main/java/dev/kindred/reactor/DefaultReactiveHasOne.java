package dev.kindred.reactor;

import dev.kindred.internal.persist.HasOneWrites;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.HasOne;
import dev.kindred.reactor.internal.persist.FindOrCreate;
import dev.kindred.reactor.internal.persist.HasOneWriter;
import dev.kindred.reactor.internal.preload.WrittenChild;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The child of one parent. */
final class DefaultReactiveHasOne<E, R> extends ReactiveHasOne<E, R> {

    private final Related<R> read;
    private final HasOneWriter<E, R> writer;
    private final Writing writing;
    private final E parent;
    private final FindOrCreate<E, R> anyChild;
    private final WrittenChild<E, R> written;

    DefaultReactiveHasOne(
            Related<R> read, Writing writing, HasOne<E, R> relation, E parent, WrittenChild<E, R> written) {
        this.read = read;
        this.writing = writing;
        this.parent = parent;
        this.written = written;
        this.writer = new HasOneWriter<>(writing.rows(), new HasOneWrites<>(relation, writing.clock()), parent);
        this.anyChild = new FindOrCreate<>(writer, parent, List.of(), writing.withoutIndex());
    }

    @Override
    public Mono<R> get() {
        return read.get();
    }

    @Override
    public Mono<R> getOrDefault(Supplier<R> absent) {
        return read.getOrDefault(absent);
    }

    @Override
    public ReactiveSelect<R> query() {
        return read.query();
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values) {
        return written.of(writer.create(Checks.noNulls(values, "values")));
    }

    @Override
    public Mono<R> save(R child) {
        return written.of(writer.save(Checks.notNull(child, "child")));
    }

    @Override
    public Mono<R> associate(R child) {
        return written.of(writer.associate(Checks.notNull(child, "child")));
    }

    @Override
    public Mono<R> replace(R child, OrphanPolicy orphans) {
        return written.of(writer.replace(
                Checks.notNull(child, "child"), Checks.notNull(orphans, "orphans") == OrphanPolicy.DELETE));
    }

    @Override
    public Mono<R> update(Collection<Assignment<R>> values) {
        return written.of(writer.update(Checks.noNulls(values, "values"), get()));
    }

    @Override
    public Mono<R> dissociate() {
        return writer.dissociate();
    }

    @Override
    public Mono<Boolean> delete() {
        return writer.delete();
    }

    @Override
    public ReactiveFindOrCreate<R> matching(Collection<Assignment<R>> values) {
        return new Search<>(
                new FindOrCreate<>(writer, parent, Checks.noNulls(values, "values"), writing.withoutIndex()), written);
    }

    @Override
    FindOrCreate<E, R> search() {
        return anyChild;
    }

    @Override
    WrittenChild<E, R> written() {
        return written;
    }

    /** A search for a child with certain values. */
    private static final class Search<E, R> extends ReactiveFindOrCreate<R> {

        private final FindOrCreate<E, R> search;
        private final WrittenChild<E, R> written;

        Search(FindOrCreate<E, R> search, WrittenChild<E, R> written) {
            this.search = search;
            this.written = written;
        }

        @Override
        FindOrCreate<E, R> search() {
            return search;
        }

        @Override
        WrittenChild<E, R> written() {
            return written;
        }
    }
}
