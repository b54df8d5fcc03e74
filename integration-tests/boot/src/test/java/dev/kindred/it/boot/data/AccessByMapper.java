package dev.kindred.it.boot.data;

import dev.kindred.it.boot.app.Profile;
import dev.kindred.it.boot.app.User;
import dev.kindred.it.boot.app.User_;
import dev.kindred.reactor.ReactiveMapper;
import reactor.core.publisher.Mono;

record AccessByMapper(ReactiveMapper mapper) implements Access {

    @Override
    public Mono<Long> insertUser(String email) {
        return mapper.insert(User.of(email)).map(User::id);
    }

    @Override
    public Mono<Void> insertProfile(long userId, String name) {
        return mapper.insert(new Profile(null, userId, name, null)).then();
    }

    @Override
    public Mono<Void> appendToEmail(long userId, String text) {
        return email(userId)
                .flatMap(email -> mapper.update(User.class)
                        .set(User_.EMAIL.set(email + text))
                        .where(User_.ID.eq(userId))
                        .execute())
                .then();
    }

    @Override
    public Mono<String> email(long userId) {
        return mapper.get(User.class, userId).map(User::email);
    }

    @Override
    public Mono<Integer> pid() {
        return mapper.sql("select pg_backend_pid() as pid")
                .map(row -> row.get("pid", Integer.class))
                .one();
    }

    @Override
    public Mono<Integer> sleep() {
        return mapper.sql("select 1 as one from pg_sleep(30)")
                .map(row -> row.get("one", Integer.class))
                .one();
    }
}
