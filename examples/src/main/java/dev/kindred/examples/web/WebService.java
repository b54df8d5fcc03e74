package dev.kindred.examples.web;

import dev.kindred.reactor.ReactiveMapper;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The HTTP server: Spring WebFlux's functional endpoints on Reactor Netty. Thread-safe. */
final class WebService {

    private final RouterFunction<ServerResponse> routes;

    WebService(ReactiveMapper mapper) {
        UserHandler users = new UserHandler(mapper);
        this.routes = RouterFunctions.route()
                .GET("/users", users::list)
                .GET("/users/{id}", users::get)
                .GET("/users/{id}/telephone", users::telephone)
                .build();
    }

    /** Starts the server on 127.0.0.1 and {@code port}. Port 0 selects a free port. */
    Mono<DisposableServer> start(int port) {
        ReactorHttpHandlerAdapter handler = new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes));
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(handler)
                .bind()
                .cast(DisposableServer.class);
    }
}
