package dev.kindred.it.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.micrometer.KindredObservations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.test.simple.SimpleTracer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** A request of a WebFlux server, its operations and their statements are one tree of spans. */
class TraceIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final SimpleTracer tracer = new SimpleTracer();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final ReactiveMapper mapper = ReactiveMapper.builder(database.pool())
            .operationListener(KindredObservations.of(registry))
            .build();

    /** Reads users, their profiles by handles on other threads, and writes in a transaction. */
    private Mono<ServerResponse> handle(ServerRequest request) {
        return mapper.from(User.class)
                .all()
                .publishOn(Schedulers.parallel())
                .flatMap(User::profile)
                .publishOn(Schedulers.boundedElastic())
                .map(Profile::name)
                .sort()
                .collectList()
                .flatMap(names -> mapper.transactional(mapper.find(User.class, 1L)
                                .flatMap(user -> mapper.update(new User(user.id(), "changed", null))))
                        .thenReturn(names))
                .flatMap(names -> ServerResponse.ok().bodyValue(String.join(",", names)));
    }

    private String get(String path) {
        registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
        HttpHandler handler = WebHttpHandlerBuilder.webHandler(RouterFunctions.toWebHandler(
                        RouterFunctions.route().GET("/profiles", this::handle).build()))
                .observationRegistry(registry)
                .build();
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        try {
            return String.valueOf(HttpClient.create()
                    .get()
                    .uri("http://127.0.0.1:" + server.port() + path)
                    .responseContent()
                    .aggregate()
                    .asString()
                    .block(LIMIT));
        } finally {
            server.disposeNow();
        }
    }

    /** The client can have the response before the server ends the span of the request, which gives it its name. */
    private void awaitNamedSpans() {
        Await.await(
                LIMIT,
                () -> tracer.getSpans().stream().allMatch(span -> span.getName() != null),
                () -> "A span has no name: " + SpanTree.of(tracer.getSpans()));
    }

    @Test
    void aRequestItsOperationsAndTheirStatementsAreOneTree() {
        assertThat(get("/profiles")).isEqualTo("name 1,name 2,name 3");
        awaitNamedSpans();

        assertThat(SpanTree.of(tracer.getSpans())).isEqualTo("""
                http get
                  find User
                    select
                  load User.profile
                    select
                  transaction
                    begin
                    find User
                      select
                    update User
                      update
                    commit
                """);
        assertThat(tracer.getSpans())
                .allSatisfy(span -> assertThat(span.context().traceId())
                        .isEqualTo(tracer.getSpans().getFirst().context().traceId()));
    }

    @Test
    void aJoinedPreloadAndARelationReadOfOneEntityAreInTheTree() {
        registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
        Observation request = Observation.start("request", registry);

        mapper.from(User.class)
                .preload(User_.PROFILE)
                .all()
                .publishOn(Schedulers.parallel())
                .concatMap(user -> mapper.related(user, User_.PROFILE).find())
                .contextWrite(context -> context.put("micrometer.observation", request))
                .blockLast(LIMIT);
        request.stop();

        assertThat(SpanTree.of(tracer.getSpans())).isEqualTo("""
                request
                  find User
                    select
                    select
                  find User.profile
                    select
                  find User.profile
                    select
                  find User.profile
                    select
                """);
    }
}
