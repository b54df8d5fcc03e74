package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.model.EntityColumn;
import dev.kindred.query.Aggregates;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.ProjectedRow;
import dev.kindred.query.SelectQuery;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.internal.select.PrimaryKeys;
import dev.kindred.reactor.internal.select.SelectedPages;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The query for the related rows of an entity whose key is null: it has none, and sends nothing. */
record EmptySelect<E>(SelectQuery<E> query) implements EntitySelect<E>, SelectSteps<E, EntitySelect<E>> {

    @Override
    public EntitySelect<E> of(SelectQuery<E> changed) {
        return new EmptySelect<>(changed);
    }

    @Override
    public AggregatedSelect<E> with(Collection<? extends Aggregate<E, ?>> aggregates) {
        return new EmptyAggregatedSelect<>(query, Aggregates.of(aggregates));
    }

    @Override
    public <T> ProjectedSelect<T> project(
            Collection<? extends EntityColumn<E, ?>> columns, Function<ProjectedRow<E>, ? extends T> mapping) {
        Checks.noNulls(columns, "columns");
        Checks.notNull(mapping, "mapping");
        return new EmptyProjectedSelect<>();
    }

    @Override
    public GroupedSelect<E> groupBy(Collection<? extends EntityColumn<E, ?>> columns) {
        Checks.noNulls(columns, "columns");
        return new EmptyGroupedSelect<>();
    }

    @Override
    public Flux<E> all() {
        return Flux.empty();
    }

    @Override
    public Flux<E> stream(int chunkSize) {
        Checks.argument(chunkSize > 0, "chunkSize must be positive, but is " + chunkSize);
        return Flux.empty();
    }

    @Override
    public Mono<E> first() {
        return Mono.empty();
    }

    @Override
    public Mono<E> one() {
        return Mono.empty();
    }

    @Override
    public Mono<E> find(Object key, Object... furtherParts) {
        PrimaryKeys.condition(query.model(), PrimaryKeys.parts(query.model(), key, furtherParts));
        return Mono.empty();
    }

    @Override
    public Mono<E> get(Object key, Object... furtherParts) {
        return find(key, furtherParts)
                .switchIfEmpty(Mono.error(() -> PrimaryKeys.notFound(query.model(), key, furtherParts)));
    }

    @Override
    public Mono<Page<E>> page(PageRequest request) {
        Checks.notNull(request, "request");
        return SelectedPages.refused(query);
    }

    @Override
    public Mono<Slice<E>> slice(PageRequest request) {
        Checks.notNull(request, "request");
        return SelectedPages.refused(query);
    }

    @Override
    public Mono<Window<E>> scroll(int size, @Nullable String cursor) {
        SelectedPages.checkSize(size);
        return SelectedPages.refused(query);
    }

    @Override
    public Mono<Long> count() {
        return Mono.just(0L);
    }

    @Override
    public Mono<Boolean> exists() {
        return Mono.just(false);
    }
}
