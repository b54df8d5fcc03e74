package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.MicronautProfile;
import io.micronaut.data.annotation.Join;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.reactive.ReactorCrudRepository;
import reactor.core.publisher.Flux;

/** The repository of profiles. Micronaut Data generates the implementation. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
public interface MicronautProfiles extends ReactorCrudRepository<MicronautProfile, Long> {

    /** Returns a page with its users. */
    @Join("user")
    Flux<MicronautProfile> findTop1000ByUserIdGreaterThanOrderByUserId(Long userId);
}
