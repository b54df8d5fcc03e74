package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.MicronautUser;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.reactive.ReactorCrudRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The repository of users. Micronaut Data generates the implementation. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
public interface MicronautUsers extends ReactorCrudRepository<MicronautUser, Long> {

    /** The condition for users whose profile has a telephone in a range. */
    String IN_RANGE = " from users u where exists (select 1 from profiles p"
            + " where p.user_id = u.id and p.telephone >= :first and p.telephone < :end)";

    /** Returns a page. */
    Flux<MicronautUser> findTop1000ByIdGreaterThanOrderById(Long id);

    /** Returns all users after a key. */
    Flux<MicronautUser> findByIdGreaterThanOrderById(Long id);

    /** Returns the users whose profile has a given telephone. */
    @Query("select id, email, active, score, token, created_at from users u where exists"
            + " (select 1 from profiles p where p.user_id = u.id and p.telephone = :telephone) order by id")
    Flux<MicronautUser> withTelephone(String telephone);

    /** Counts the users whose profile has a telephone in a range. */
    @Query("select count(*)" + IN_RANGE)
    Mono<Long> countInRange(String first, String end);

    /** Returns a page of these users. */
    @Query("select id, email, active, score, token, created_at" + IN_RANGE + " order by id limit :rows offset :before")
    Flux<MicronautUser> pageInRange(String first, String end, int rows, int before);
}
