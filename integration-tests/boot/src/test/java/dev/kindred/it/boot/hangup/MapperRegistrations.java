package dev.kindred.it.boot.hangup;

import dev.kindred.it.boot.app.Note;
import dev.kindred.it.boot.app.User;
import dev.kindred.reactor.ReactiveMapper;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The mapper and a {@code DatabaseClient} in a {@code @Transactional} method. */
class MapperRegistrations implements Registrations {

    private final ReactiveMapper mapper;
    private final DatabaseClient client;

    MapperRegistrations(ReactiveMapper mapper, DatabaseClient client) {
        this.mapper = mapper;
        this.client = client;
    }

    @Override
    @Transactional
    public Mono<String> register(String name) {
        return work(name);
    }

    /** Writes three rows, in the transaction of the caller. */
    final Mono<String> work(String name) {
        return mapper.insert(User.of(name))
                .delayUntil(user -> client.sql("insert into profiles (user_id, name) values (:user, :name)")
                        .bind("user", user.id())
                        .bind("name", name)
                        .fetch()
                        .rowsUpdated())
                .delayUntil(user -> mapper.insert(new Note(null, user.id(), name, null)))
                .thenReturn(name);
    }

    /** The mapper checks a connection before its own work, a {@code DatabaseClient} does not. */
    @Override
    public Mono<String> note(String text) {
        return client.sql("insert into notes (user_id, text) values (1, :text)")
                .bind("text", text)
                .fetch()
                .rowsUpdated()
                .thenReturn(text);
    }

    final ReactiveMapper mapper() {
        return mapper;
    }
}
