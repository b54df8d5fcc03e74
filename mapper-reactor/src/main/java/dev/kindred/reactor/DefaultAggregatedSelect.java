package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Aggregates;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.MapperWiring.Execution;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query for entities and values that runs on the subscriber's connection. */
record DefaultAggregatedSelect<E>(Execution execution, SelectQuery<E> query, Aggregates<E> aggregates)
        implements AggregatedSelect<E> {

    @Override
    public AggregatedSelect<E> with(SelectQuery<E> changed) {
        return new DefaultAggregatedSelect<>(execution, Checks.notNull(changed, "query"), aggregates);
    }

    @Override
    public AggregatedSelect<E> with(Collection<? extends Aggregate<E, ?>> further) {
        return new DefaultAggregatedSelect<>(execution, query, aggregates.and(further));
    }

    @Override
    public Flux<Aggregated<E>> all() {
        return rows().all();
    }

    @Override
    public Mono<Aggregated<E>> first() {
        return rows().first();
    }

    @Override
    public Mono<Aggregated<E>> one() {
        return rows().one();
    }

    private SelectedRows<E, Aggregated<E>> rows() {
        return new SelectedRows<>(
                execution,
                query,
                (scope, read, mode) -> execution.loader().read(scope, read, aggregates, mode),
                Aggregated::entity);
    }
}
