package dev.kindred.reactor;

import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The origins of the statements that write through one relation. Thread-safe. */
record RelationOrigins(
        Function<Context, Context> creating, Function<Context, Context> updating, Function<Context, Context> deleting) {

    static RelationOrigins of(Relation<?, ?> relation) {
        return new RelationOrigins(
                Origins.of(Operation.RELATION_CREATE, relation.entity(), relation),
                Origins.of(Operation.RELATION_UPDATE, relation.entity(), relation),
                Origins.of(Operation.RELATION_DELETE, relation.entity(), relation));
    }

    /** Returns {@code write} as one that creates a related row. */
    <T> Mono<T> creates(Mono<T> write) {
        return write.contextWrite(creating);
    }

    /** Returns {@code write} as one that changes the related row or the reference to it. */
    <T> Mono<T> updates(Mono<T> write) {
        return write.contextWrite(updating);
    }

    /** Returns {@code write} as one that removes the related row or the reference to it. */
    <T> Mono<T> deletes(Mono<T> write) {
        return write.contextWrite(deleting);
    }
}
