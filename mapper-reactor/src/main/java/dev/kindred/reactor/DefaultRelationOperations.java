package dev.kindred.reactor;

import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The base of the operations on a relation of one entity: the reads, and the origins of its writes. */
abstract class DefaultRelationOperations<E, R> implements Related<R> {

    private final Related<R> read;
    private final Function<Context, Context> creating;
    private final Function<Context, Context> updating;
    private final Function<Context, Context> deleting;

    DefaultRelationOperations(Related<R> read, Relation<E, R> relation) {
        this.read = read;
        this.creating = Origins.of(Operation.RELATION_CREATE, relation.entity(), relation);
        this.updating = Origins.of(Operation.RELATION_UPDATE, relation.entity(), relation);
        this.deleting = Origins.of(Operation.RELATION_DELETE, relation.entity(), relation);
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
        return write.contextWrite(creating);
    }

    /** Returns {@code write} as one that changes the related row or the reference to it. */
    final <T> Mono<T> updates(Mono<T> write) {
        return write.contextWrite(updating);
    }

    /** Returns {@code write} as one that removes the related row or the reference to it. */
    final <T> Mono<T> deletes(Mono<T> write) {
        return write.contextWrite(deleting);
    }
}
