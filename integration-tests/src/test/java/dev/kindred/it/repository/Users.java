package dev.kindred.it.repository;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.query.Window;
import dev.kindred.reactor.EntityRepository;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has own queries. */
@KindredRepository
public interface Users extends EntityRepository<User, Long> {

    default Mono<User> byEmail(String email) {
        return query().where(User_.EMAIL.eq(email)).one();
    }

    default Flux<User> withProfiles() {
        return query().preload(User_.PROFILE).orderBy(User_.ID.asc()).all();
    }

    default Mono<Window<User>> list(int limit, @Nullable String cursor) {
        return query().orderBy(User_.EMAIL.asc()).scroll(limit, cursor);
    }

    default Mono<User> register(String email, String name) {
        return insert(User.of(email))
                .delayUntil(user -> mapper().related(user, User_.PROFILE).create(Profile_.NAME.set(name)))
                .as(mapper()::transactional);
    }

    default Mono<Profile> profile(User user) {
        return mapper().related(user, User_.PROFILE).find();
    }
}
