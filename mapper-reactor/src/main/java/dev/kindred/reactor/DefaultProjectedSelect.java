package dev.kindred.reactor;

import dev.kindred.internal.query.Projection;
import dev.kindred.internal.util.Checks;
import dev.kindred.query.ProjectedRow;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.read.ProjectionReads;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.internal.select.SelectedRows;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query for values that runs on the subscriber's connection. */
record DefaultProjectedSelect<E, T>(
        QueryContext execution, Projection<E> projection, Function<ProjectedRow<E>, T> mapping)
        implements ProjectedSelect<T> {

    @Override
    public ProjectedSelect<T> distinct() {
        return new DefaultProjectedSelect<>(execution, projection.unique(), mapping);
    }

    @Override
    public Flux<T> all() {
        return execution
                .statements()
                .operations()
                .translated(Handover.each(rows(projection)).map(this::mapped));
    }

    @Override
    public Mono<T> first() {
        return execution.translated(rows(projection.atMost(1))
                .flatMap(rows -> Mono.justOrEmpty(rows.stream().findFirst()))
                .map(this::mapped));
    }

    @Override
    public Mono<T> one() {
        return execution.translated(rows(projection.atMost(2))
                .<ProjectedRow<E>>handle((rows, sink) -> SelectedRows.only(projection.query(), rows, sink))
                .map(this::mapped));
    }

    private T mapped(ProjectedRow<E> row) {
        return Checks.notNull(mapping.apply(row), "the result of the mapping function");
    }

    private Mono<List<ProjectedRow<E>>> rows(Projection<E> limited) {
        return execution.observe(Operation.FIND, limited.query().model(), Mono.defer(() -> {
            limited.toSelect();
            return execution.read(
                    limited.query(), List.of(), runner -> ProjectionReads.read(runner, limited, execution.decoding()));
        }));
    }
}
