package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.MicronautUser;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.reactive.ReactorCrudRepository;
import reactor.core.publisher.Flux;

/** The users, of which Micronaut Data makes the implementation. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
public interface MicronautUsers extends ReactorCrudRepository<MicronautUser, Long> {

    /** Returns a page. */
    Flux<MicronautUser> findTop1000ByIdGreaterThanOrderById(Long id);
}
