package dev.kindred.spring.boot.console;

import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.RequestPath;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the console, below {@code /kindred}. Thread-safe. */
final class ConsoleRoutes {

    private static final String BASE = "/kindred";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final String FILES = "dev/kindred/spring/boot/console/";

    /** Its own format, so that settings of the application do not change what the page reads. */
    private final JsonMapper json = JsonMapper.builder().build();

    private final RequestLog log;
    private final DatabaseState database;

    ConsoleRoutes(RequestLog log, DatabaseState database) {
        this.log = log;
        this.database = database;
    }

    /** Returns whether the console serves this path. Its own requests are not recorded. */
    static boolean contains(RequestPath path) {
        String inside = path.pathWithinApplication().value();
        return inside.equals(BASE) || inside.startsWith(BASE + "/");
    }

    RouterFunction<ServerResponse> routes(ConsoleAccess access) {
        return RouterFunctions.route()
                .path(
                        BASE,
                        paths -> paths.GET("", this::page)
                                .GET("/", this::page)
                                .GET("/api/requests", request -> ok(log.requests()))
                                .DELETE("/api/requests", request -> clear())
                                .GET("/api/requests/{id:\\d{1,18}}", this::request)
                                .GET("/api/events", request -> events())
                                .GET("/api/pool", request -> ok(database.pool()))
                                .GET("/api/entities", request -> ok(database.entities()))
                                .POST(
                                        "/api/verify",
                                        request -> database.verify().flatMap(this::ok))
                                .resources("/assets/**", new ClassPathResource(FILES + "assets/"))
                                .filter(access))
                .build();
    }

    /** The page has relative links, so its address ends with a slash. */
    private Mono<ServerResponse> page(ServerRequest request) {
        String path = request.requestPath().value();
        return path.endsWith("/")
                ? ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .bodyValue(new ClassPathResource(FILES + "console.html"))
                : ServerResponse.permanentRedirect(URI.create(path + "/")).build();
    }

    private Mono<ServerResponse> request(ServerRequest request) {
        return Mono.justOrEmpty(log.request(Long.parseLong(request.pathVariable("id"))))
                .flatMap(this::ok)
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private Mono<ServerResponse> clear() {
        log.clear();
        return ServerResponse.noContent().build();
    }

    private Mono<ServerResponse> events() {
        // The first comment makes the server send the header of the response at once.
        Flux<ServerSentEvent<String>> comments = Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<String>builder().comment("").build());
        Flux<ServerSentEvent<String>> events = log.events()
                .publish(shared ->
                        Flux.merge(shared.map(this::event), comments.takeUntilOther(shared.ignoreElements())));
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .body(BodyInserters.fromServerSentEvents(events));
    }

    private ServerSentEvent<String> event(ConsoleEvent event) {
        return ServerSentEvent.<String>builder()
                .event(event.name())
                .data(json.writeValueAsString(event))
                .build();
    }

    private Mono<ServerResponse> ok(Object body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .bodyValue(json.writeValueAsString(body));
    }
}
