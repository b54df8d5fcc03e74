package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Aggregates;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.SelectQuery;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.internal.select.SelectedPages;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The query for related rows and values of an entity whose key is null: it has none, and sends nothing. */
record EmptyAggregatedSelect<E>(SelectQuery<E> query, Aggregates<E> aggregates)
        implements AggregatedSelect<E>, SelectSteps<E, AggregatedSelect<E>> {

    @Override
    public AggregatedSelect<E> of(SelectQuery<E> changed) {
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

    @Override
    public Mono<Page<Aggregated<E>>> page(PageRequest request) {
        Checks.notNull(request, "request");
        return SelectedPages.refused(query);
    }

    @Override
    public Mono<Slice<Aggregated<E>>> slice(PageRequest request) {
        Checks.notNull(request, "request");
        return SelectedPages.refused(query);
    }

    @Override
    public Mono<Window<Aggregated<E>>> scroll(int size, @Nullable String cursor) {
        SelectedPages.checkSize(size);
        return SelectedPages.refused(query);
    }
}
