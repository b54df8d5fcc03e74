package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Aggregates;
import dev.kindred.query.SelectQuery;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The query for related rows and values of an entity whose key is null: it has none, and sends nothing. */
record EmptyAggregatedSelect<E>(SelectQuery<E> query, Aggregates<E> aggregates) implements AggregatedSelect<E> {

    @Override
    public AggregatedSelect<E> with(SelectQuery<E> changed) {
        return new EmptyAggregatedSelect<>(Checks.notNull(changed, "query"), aggregates);
    }

    @Override
    public AggregatedSelect<E> with(Collection<? extends Aggregate<E, ?>> further) {
        return new EmptyAggregatedSelect<>(query, aggregates.and(further));
    }

    @Override
    public Flux<Aggregated<E>> all() {
        return Flux.empty();
    }

    @Override
    public Mono<Aggregated<E>> first() {
        return Mono.empty();
    }

    @Override
    public Mono<Aggregated<E>> one() {
        return Mono.empty();
    }
}
