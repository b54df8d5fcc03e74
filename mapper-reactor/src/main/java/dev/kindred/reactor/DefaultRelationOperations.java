package dev.kindred.reactor;

import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.persist.WriteContext;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The base of the operations on a relation of one entity: the reads, and the origins of its writes. */
abstract class DefaultRelationOperations<E, R> implements Related<R> {

    private final Related<R> read;
    private final RelationOrigins origins;

    DefaultRelationOperations(Related<R> read, WriteContext writing, Relation<E, R> relation) {
        this.read = read;
        this.origins = RelationOrigins.of(relation, writing);
    }

    @Override
    public final Mono<R> find() {
        return read.find();
    }

    @Override
    public final Mono<R> get() {
        return read.get();
    }

    @Override
    public final Mono<R> getOrDefault(Supplier<R> absent) {
        return read.getOrDefault(absent);
    }

    @Override
    public final EntitySelect<R> query() {
        return read.query();
    }

    /** Returns {@code write} as one that creates a related row. */
    final <T> Mono<T> creates(Mono<T> write) {
        return origins.creates(write);
    }

    /** Returns {@code write} as one that changes the related row or the reference to it. */
    final <T> Mono<T> updates(Mono<T> write) {
        return origins.updates(write);
    }

    /** Returns {@code write} as one that removes the related row or the reference to it. */
    final <T> Mono<T> deletes(Mono<T> write) {
        return origins.deletes(write);
    }
}
