package dev.kindred.it.boot.load;

import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Flux;

/** The users, as a repository of Spring Data. */
interface UserRows extends ReactiveCrudRepository<UserRow, Long> {

    Flux<UserRow> findAllBy(Pageable page);
}
