package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.WideRow;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.reactive.ReactorCrudRepository;
import reactor.core.publisher.Flux;

/** The repository of wide rows. Micronaut Data generates the implementation. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
public interface MicronautWideRows extends ReactorCrudRepository<WideRow, Long> {
    /** Returns a page. */
    Flux<WideRow> findTop100ByIdGreaterThanOrderById(long id);
}
