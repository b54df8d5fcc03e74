package dev.kindred.it.boot.hangup;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Spring alone: a {@code DatabaseClient} and {@code @Transactional}. */
class ClientRegistrations implements Registrations {

    private final DatabaseClient client;

    ClientRegistrations(DatabaseClient client) {
        this.client = client;
    }

    @Override
    @Transactional
    public Mono<String> register(String name) {
        return client.sql("insert into users (email) values (:name) returning id")
                .bind("name", name)
                .map(row -> row.get("id", Long.class))
                .one()
                .flatMap(id -> insert("insert into profiles (user_id, name) values (:user, :name)", id, name)
                        .then(insert("insert into notes (user_id, text) values (:user, :name)", id, name)))
                .thenReturn(name);
    }

    private Mono<Long> insert(String sql, Long user, String name) {
        return client.sql(sql).bind("user", user).bind("name", name).fetch().rowsUpdated();
    }

    @Override
    public Mono<String> note(String text) {
        return insert("insert into notes (user_id, text) values (:user, :name)", 1L, text)
                .thenReturn(text);
    }
}
