package dev.kindred.reactor;

import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.Groups;
import dev.kindred.internal.query.LimitedSteps;
import dev.kindred.internal.query.Projection;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Count;
import dev.kindred.internal.sql.Exists;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.model.EntityColumn;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.ProjectedRow;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.select.PrimaryKeys;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.internal.select.SelectedPages;
import dev.kindred.reactor.internal.select.SelectedRows;
import dev.kindred.reactor.internal.select.SelectedStream;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query that runs on the subscriber's connection. */
record DefaultEntitySelect<E>(QueryContext execution, SelectQuery<E> query)
        implements EntitySelect<E>, LimitedSteps<E, EntitySelect<E>> {

    @Override
    public EntitySelect<E> of(SelectQuery<E> changed) {
        return new DefaultEntitySelect<>(execution, Checks.notNull(changed, "query"));
    }

    @Override
    public AggregatedSelect<E> with(Collection<? extends Aggregate<E, ?>> aggregates) {
        return new DefaultAggregatedSelect<>(execution, query, Aggregates.of(aggregates));
    }

    @Override
    public <T> ProjectedSelect<T> project(
            Collection<? extends EntityColumn<E, ?>> columns, Function<ProjectedRow<E>, ? extends T> mapping) {
        Function<ProjectedRow<E>, ? extends T> given = Checks.notNull(mapping, "mapping");
        return new DefaultProjectedSelect<>(
                execution, new Projection<>(query, Checks.noNulls(columns, "columns")), given::apply);
    }

    @Override
    public GroupedSelect<E> groupBy(Collection<? extends EntityColumn<E, ?>> columns) {
        return new DefaultGroupedSelect<>(
                execution, new Groups<>(query, Checks.noNulls(columns, "columns"), List.of(), null));
    }

    @Override
    public Flux<E> all() {
        return rows().all();
    }

    @Override
    public Flux<E> stream(int chunkSize) {
        Checks.argument(chunkSize > 0, "chunkSize must be positive, but is " + chunkSize);
        return new SelectedStream<>(rows(), chunkSize).rows();
    }

    @Override
    public Mono<E> first() {
        return rows().first();
    }

    @Override
    public Mono<E> one() {
        return rows().one();
    }

    @Override
    public Mono<E> find(Object key, Object... furtherParts) {
        List<Object> parts = PrimaryKeys.parts(query.model(), key, furtherParts);
        return of(query.where(PrimaryKeys.condition(query.model(), parts)))
                .all()
                .singleOrEmpty();
    }

    @Override
    public Mono<E> get(Object key, Object... furtherParts) {
        return execution.translated(find(key, furtherParts)
                .switchIfEmpty(Mono.error(() -> PrimaryKeys.notFound(query.model(), key, furtherParts))));
    }

    @Override
    public Mono<Page<E>> page(PageRequest request) {
        return pages().page(Checks.notNull(request, "request"));
    }

    @Override
    public Mono<Slice<E>> slice(PageRequest request) {
        return pages().slice(Checks.notNull(request, "request"));
    }

    @Override
    public Mono<Window<E>> scroll(int size, @Nullable String cursor) {
        return pages().scroll(size, cursor);
    }

    @Override
    public Mono<Long> count() {
        return Mono.defer(() -> scalar(new Count(query.toSelect()), Long.class, 0L));
    }

    @Override
    public Mono<Boolean> exists() {
        return Mono.defer(() -> scalar(new Exists(query.toSelect()), Boolean.class, false));
    }

    private SelectedPages<E, E> pages() {
        return new SelectedPages<>(rows());
    }

    SelectedRows<E, E> rows() {
        return new SelectedRows<>(execution, query, execution.relations().joined()::read, Function.identity());
    }

    private <T> Mono<T> scalar(Statement statement, Class<T> type, T nothing) {
        return execution
                .observe(
                        Operation.COUNT,
                        query.model(),
                        execution.read(query, nothing, runner -> runner.value(statement, type)))
                .contextWrite(Origins.of(Operation.COUNT, query.model().type()));
    }
}
