package dev.kindred.it.boot.hangup;

import dev.kindred.reactor.ReactiveMapper;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The mapper and a {@code DatabaseClient} in {@code mapper.transactional(..)}. */
class OwnTransactionRegistrations extends MapperRegistrations {

    OwnTransactionRegistrations(ReactiveMapper mapper, DatabaseClient client) {
        super(mapper, client);
    }

    @Override
    public Mono<String> register(String name) {
        return work(name).as(mapper()::transactional);
    }
}
