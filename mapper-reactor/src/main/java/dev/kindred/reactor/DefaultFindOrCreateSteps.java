package dev.kindred.reactor;

import dev.kindred.model.Assignment;
import dev.kindred.reactor.internal.persist.FindOrCreate;
import dev.kindred.reactor.internal.persist.Payload;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** A search of the operations of one entity. */
final class DefaultFindOrCreateSteps<E, R> implements FindOrCreateSteps<R> {

    private final FindOrCreate<E, R> search;
    private final UnaryOperator<Mono<R>> linked;

    /** Searches with {@code search}; {@code linked} links the handles of its result. */
    DefaultFindOrCreateSteps(FindOrCreate<E, R> search, UnaryOperator<Mono<R>> linked) {
        this.search = search;
        this.linked = linked;
    }

    @Override
    public Mono<R> firstOrCreate(Supplier<? extends Collection<Assignment<R>>> payload) {
        return linked.apply(search.firstOrCreate(Payload.from(payload)));
    }

    @Override
    public Mono<R> firstOrCreate(Collection<Assignment<R>> payload) {
        return linked.apply(search.firstOrCreate(Payload.of(payload)));
    }

    @Override
    public Mono<R> createOrFirst(Supplier<? extends Collection<Assignment<R>>> payload) {
        return linked.apply(search.createOrFirst(Payload.from(payload)));
    }

    @Override
    public Mono<R> createOrFirst(Collection<Assignment<R>> payload) {
        return linked.apply(search.createOrFirst(Payload.of(payload)));
    }

    @Override
    public Mono<R> updateOrCreate(Supplier<? extends Collection<Assignment<R>>> payload) {
        return linked.apply(search.updateOrCreate(Payload.from(payload)));
    }

    @Override
    public Mono<R> updateOrCreate(Collection<Assignment<R>> payload) {
        return linked.apply(search.updateOrCreate(Payload.of(payload)));
    }
}
