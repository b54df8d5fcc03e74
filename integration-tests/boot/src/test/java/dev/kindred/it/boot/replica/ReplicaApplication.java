package dev.kindred.it.boot.replica;

import dev.kindred.it.boot.app.Note;
import dev.kindred.reactor.ReactiveMapper;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Writes to the primary and reads from a replica. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ReplicaApplication {

    @Bean
    RouterFunction<ServerResponse> routes(ReactiveMapper mapper) {
        return RouterFunctions.route()
                .POST(
                        "/notes",
                        request -> mapper.insert(new Note(null, 1L, "text", null))
                                .as(mapper::transactional)
                                .flatMap(stored -> ServerResponse.ok().bodyValue(String.valueOf(stored.id()))))
                .GET(
                        "/notes",
                        request -> mapper.from(Note.class)
                                .count()
                                .as(mapper::fromReplica)
                                .flatMap(count -> ServerResponse.ok().bodyValue(String.valueOf(count))))
                .build();
    }
}
