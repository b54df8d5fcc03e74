package dev.kindred.it.boot.app;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.reactor.EntityRepository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A bean without any configuration. */
@KindredRepository
public interface Users extends EntityRepository<User, Long> {

    default Mono<User> byEmail(String email) {
        return query().where(User_.EMAIL.eq(email)).one();
    }

    /** Stores both or none. */
    @Transactional
    default Mono<User> register(String email, String name) {
        return save(User.of(email))
                .delayUntil(user -> mapper().related(user, User_.PROFILE).create(Profile_.NAME.set(name)));
    }
}
