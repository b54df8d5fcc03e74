package dev.kindred.reactor;

import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operations that write through one relation, and the origins of their statements. Thread-safe. */
record RelationOrigins(WriteContext writing, Relation<?, ?> relation) {

    static RelationOrigins of(Relation<?, ?> relation, WriteContext writing) {
        return new RelationOrigins(writing, relation);
    }

    /** Returns {@code write} as an operation that creates a related row. */
    <T> Mono<T> creates(Mono<T> write) {
        return observed(Operation.RELATION_CREATE, write);
    }

    /** Returns {@code writes} as one operation that creates related rows. Each chunk has {@link #origin}. */
    <T> Flux<T> creates(Flux<T> writes) {
        return writing.observe(Operation.RELATION_CREATE, relation, writes);
    }

    /** Returns {@code write} as an operation that changes the related row or the reference to it. */
    <T> Mono<T> updates(Mono<T> write) {
        return observed(Operation.RELATION_UPDATE, write);
    }

    /** Returns {@code writes} as one operation that changes related rows. Each chunk has {@link #origin}. */
    <T> Flux<T> updates(Flux<T> writes) {
        return writing.observe(Operation.RELATION_UPDATE, relation, writes);
    }

    /** Returns {@code write} as an operation that removes the related row or the reference to it. */
    <T> Mono<T> deletes(Mono<T> write) {
        return observed(Operation.RELATION_DELETE, write);
    }

    /** Returns the {@code write} of one chunk with the origin of its statements. */
    <T> Mono<T> origin(Operation operation, Mono<T> write) {
        return writing.rows().originating(operation, relation, write);
    }

    private <T> Mono<T> observed(Operation operation, Mono<T> write) {
        return writing.observe(operation, relation, origin(operation, write));
    }
}
