package dev.kindred.it.boot.data;

import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

record AccessByClient(DatabaseClient client) implements Access {

    @Override
    public Mono<Long> insertUser(String email) {
        return client.sql("insert into users (email) values (:email) returning id")
                .bind("email", email)
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Mono<Void> insertProfile(long userId, String name) {
        return client.sql("insert into profiles (user_id, name) values (:user, :name)")
                .bind("user", userId)
                .bind("name", name)
                .then();
    }

    @Override
    public Mono<Void> appendToEmail(long userId, String text) {
        return client.sql("update users set email = email || :text where id = :id")
                .bind("text", text)
                .bind("id", userId)
                .then();
    }

    @Override
    public Mono<String> email(long userId) {
        return client.sql("select email from users where id = :id")
                .bind("id", userId)
                .mapValue(String.class)
                .one();
    }

    @Override
    public Mono<Integer> pid() {
        return client.sql("select pg_backend_pid()").mapValue(Integer.class).one();
    }

    @Override
    public Mono<Integer> sleep() {
        return client.sql("select 1 from pg_sleep(30)").mapValue(Integer.class).one();
    }
}
