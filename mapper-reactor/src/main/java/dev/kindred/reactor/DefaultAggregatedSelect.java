package dev.kindred.reactor;

import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.LimitedSteps;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.internal.select.SelectedPages;
import dev.kindred.reactor.internal.select.SelectedRows;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query for entities and values that runs on the subscriber's connection. */
record DefaultAggregatedSelect<E>(QueryContext execution, SelectQuery<E> query, Aggregates<E> aggregates)
        implements AggregatedSelect<E>, LimitedSteps<E, AggregatedSelect<E>> {

    @Override
    public AggregatedSelect<E> of(SelectQuery<E> changed) {
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

    @Override
    public Mono<Page<Aggregated<E>>> page(PageRequest request) {
        return pages().page(Checks.notNull(request, "request"));
    }

    @Override
    public Mono<Slice<Aggregated<E>>> slice(PageRequest request) {
        return pages().slice(Checks.notNull(request, "request"));
    }

    @Override
    public Mono<Window<Aggregated<E>>> scroll(int size, @Nullable String cursor) {
        return pages().scroll(size, cursor);
    }

    private SelectedPages<E, Aggregated<E>> pages() {
        return new SelectedPages<>(rows());
    }

    private SelectedRows<E, Aggregated<E>> rows() {
        return new SelectedRows<>(
                execution,
                query,
                (runner, read, plan, mode) -> execution.relations().joined().read(runner, read, aggregates, plan, mode),
                Aggregated::entity);
    }
}
