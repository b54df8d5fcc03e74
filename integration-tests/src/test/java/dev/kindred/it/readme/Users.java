package dev.kindred.it.readme;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.query.Window;
import dev.kindred.reactor.EntityRepository;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@KindredRepository
public interface Users extends EntityRepository<User, Long> {

    default Mono<User> byEmail(String email) {
        return query().where(User_.EMAIL.eq(email)).one();
    }

    default Flux<User> withProfiles() {
        return query().preload(User_.PROFILE).orderBy(User_.EMAIL.asc()).all();
    }

    default Mono<Window<User>> list(int limit, @Nullable String cursor) {
        return query().orderBy(User_.EMAIL.asc()).scroll(limit, cursor);
    }

    default Mono<User> register(String email, String name) {
        return save(new User(null, email, null))
                .delayUntil(user -> mapper().related(user, User_.PROFILE).create(Profile_.NAME.set(name)))
                .as(mapper()::transactional);
    }
}
