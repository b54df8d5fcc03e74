package dev.kindred.it.boot.load;

import java.util.Collection;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The profiles, as a repository of Spring Data. */
interface ProfileRows extends ReactiveCrudRepository<ProfileRow, Long> {

    Flux<ProfileRow> findByUserIdIn(Collection<Long> userIds);

    Mono<ProfileRow> findByUserId(Long userId);
}
