package dev.kindred.reactor;

import dev.kindred.error.NonUniqueResultException;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.util.Checks;
import dev.kindred.query.LoadMode;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.MapperWiring.Execution;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.sql.Count;
import dev.kindred.sql.Exists;
import dev.kindred.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query that runs on the subscriber's connection. */
record DefaultReactiveSelect<E>(Execution execution, SelectQuery<E> query) implements ReactiveSelect<E> {

    @Override
    public ReactiveSelect<E> with(SelectQuery<E> changed) {
        return new DefaultReactiveSelect<>(execution, Checks.notNull(changed, "query"));
    }

    @Override
    public Flux<E> all() {
        return rows(query).flatMapIterable(rows -> rows);
    }

    @Override
    public Mono<E> first() {
        return rows(atMost(1)).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0)));
    }

    @Override
    public Mono<E> one() {
        return rows(atMost(2)).handle((rows, sink) -> {
            if (rows.size() > 1) {
                sink.error(
                        new NonUniqueResultException(
                                "The query for " + query.model().name()
                                        + " has more than one row where one() allows one. Narrow it, or use first() with an order."));
            } else if (!rows.isEmpty()) {
                sink.next(rows.get(0));
            }
        });
    }

    @Override
    public Mono<Long> count() {
        return Mono.defer(() -> scalar(new Count(query.toSelect()), Long.class));
    }

    @Override
    public Mono<Boolean> exists() {
        return Mono.defer(() -> scalar(new Exists(query.toSelect()), Boolean.class));
    }

    private SelectQuery<E> atMost(long rows) {
        @Nullable Long limit = query.filter().page().limit();
        return query.limit(limit == null ? rows : Math.min(rows, limit));
    }

    private Mono<List<E>> rows(SelectQuery<E> limited) {
        return Mono.defer(() -> {
            PreloadPlan<E> plan = PreloadPlan.of(limited);
            LoadMode mode = limited.modeOr(LoadMode.BATCH);
            return execution
                    .scopes()
                    .run(scope -> execution
                            .loader()
                            .read(scope, limited, mode)
                            .flatMap(rows -> execution
                                    .preloader()
                                    .preload(scope, rows, plan, mode)
                                    .thenReturn(rows)));
        });
    }

    private <T> Mono<T> scalar(Statement statement, Class<T> type) {
        RowReader<T> reader = row -> Objects.requireNonNull(row.get(0, type));
        return execution
                .scopes()
                .run(scope -> execution
                        .executor()
                        .read(scope, execution.renderer().render(statement), () -> reader)
                        .map(rows -> rows.get(0)));
    }
}
