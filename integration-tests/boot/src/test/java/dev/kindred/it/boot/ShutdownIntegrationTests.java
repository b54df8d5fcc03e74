package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Application;
import dev.kindred.it.boot.app.Tables;
import dev.kindred.it.boot.app.User;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The end of an application. */
class ShutdownIntegrationTests extends BootTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final CountDownLatch arrived = new CountDownLatch(1);
    private static final Sinks.Empty<Void> closing = Sinks.empty();

    /** A request that uses the mapper, waits until the application closes, and uses the mapper again. */
    @Configuration(proxyBeanMethods = false)
    static class Requests {

        @EventListener
        void on(ContextClosedEvent event) {
            closing.tryEmitEmpty();
        }

        @Bean
        RouterFunction<ServerResponse> slow(ReactiveMapper mapper) {
            return RouterFunctions.route()
                    .POST(
                            "/users",
                            request -> mapper.insert(User.of("late@example.org"))
                                    .doOnNext(user -> arrived.countDown())
                                    .delayUntil(user -> closing.asMono().then(Mono.delay(Duration.ofMillis(500))))
                                    .flatMap(user -> mapper.find(User.class, user.id()))
                                    .flatMap(user -> ServerResponse.ok().bodyValue(user.email())))
                    .build();
        }
    }

    @Test
    void aRequestThatRunsAtTheEndIsCompletedAndThenThePoolIsClosed() throws Exception {
        database.execute(Tables.EMPTY);
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class, Requests.class)
                .properties(
                        "server.port=0",
                        "server.shutdown=graceful",
                        "spring.flyway.enabled=false",
                        "spring.r2dbc.url=" + database.r2dbcUrl())
                .run();
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();

        CompletableFuture<HttpResponse<String>> response = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/users"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        application.close();

        assertThat(response.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(response.get().body()).isEqualTo("late@example.org");
        // The server ends a session after the client has closed its socket.
        Await.await(LIMIT, () -> database.sessions().isEmpty(), () -> "sessions are left");
    }
}
