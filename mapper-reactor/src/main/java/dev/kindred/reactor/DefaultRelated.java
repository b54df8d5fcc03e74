package dev.kindred.reactor;

import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.MapperWiring.Execution;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The relation of one entity, whose key was taken when it was asked for. */
final class DefaultRelated<R> implements Related<R> {

    private final ReactiveSelect<R> query;

    DefaultRelated(Execution execution, SelectQuery<R> unrestricted, @Nullable SelectQuery<R> restricted) {
        this.query = restricted == null
                ? new EmptySelect<>(unrestricted)
                : new DefaultReactiveSelect<>(execution, restricted);
    }

    @Override
    public Mono<R> get() {
        return query.first();
    }

    @Override
    public ReactiveSelect<R> query() {
        return query;
    }
}
