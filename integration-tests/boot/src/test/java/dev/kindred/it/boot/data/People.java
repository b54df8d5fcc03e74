package dev.kindred.it.boot.data;

import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Mono;

interface People extends ReactiveCrudRepository<Person, Long> {

    @Query("select pg_backend_pid()")
    Mono<Integer> pid();

    @Query("select 1 from pg_sleep(30)")
    Mono<Integer> sleep();
}
