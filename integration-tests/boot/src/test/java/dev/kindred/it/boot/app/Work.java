package dev.kindred.it.boot.app;

import dev.kindred.reactor.ReactiveMapper;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Writes and reads in each way that knows the classes of entities. */
public final class Work implements Function<ReactiveMapper, Mono<Object>> {

    @Override
    public Mono<Object> apply(ReactiveMapper mapper) {
        return mapper.insert(User.of("user" + System.nanoTime() + "@example.org"))
                .delayUntil(user -> mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("Ann")))
                .delayUntil(user -> mapper.insert(new Note(null, user.id(), "text", null)))
                .delayUntil(user -> mapper.find(User.class, user.id()).flatMap(User::profile))
                .delayUntil(user -> mapper.repository(Users.class).get(user.id()))
                .delayUntil(user ->
                        mapper.sql("select * from notes").as(Note.class).all().collectList())
                .flatMap(user -> mapper.from(User.class)
                        .where(User_.ID.eq(user.id()))
                        .preload(User_.PROFILE)
                        .preload(User_.NOTES)
                        .one())
                .as(mapper::transactional)
                .cast(Object.class);
    }
}
