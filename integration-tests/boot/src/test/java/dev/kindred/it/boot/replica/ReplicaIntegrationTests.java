package dev.kindred.it.boot.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Tables;
import dev.kindred.test.internal.Cluster;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The cookie with the position of the writes of a client. */
class ReplicaIntegrationTests {

    private static final String COOKIE = "kindred-position";

    private static Cluster cluster;
    private static ConfigurableApplicationContext application;
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(
                1,
                Map.of(),
                Tables.CREATE
                        + "; insert into users (email) values ('ann@example.org');"
                        + "insert into notes (user_id, text) values (1, 'a')");
        application = application(
                "kindred.replicas.urls=r2dbc:postgresql://" + cluster.standby(1).address() + "/postgres");
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:"
                        + ((ReactiveWebServerApplicationContext) application)
                                .getWebServer()
                                .getPort())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    private static ConfigurableApplicationContext application(String... properties) {
        return new SpringApplicationBuilder(ReplicaApplication.class)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.flyway.enabled=false")
                .properties(
                        "spring.r2dbc.url=r2dbc:postgresql://postgres:secret@"
                                + cluster.primary().address() + "/postgres",
                        "kindred.replicas.max-lag=1m")
                .properties(properties)
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
        cluster.close();
    }

    private static EntityExchangeResult<String> send(HttpMethod method, @Nullable String position) {
        WebTestClient.RequestBodySpec request = client.method(method).uri("/notes");
        if (position != null) {
            request.cookie(COOKIE, position);
        }
        return request.exchange().expectStatus().isOk().expectBody(String.class).returnResult();
    }

    private static @Nullable ResponseCookie cookie(EntityExchangeResult<String> result) {
        return result.getResponseCookies().getFirst(COOKIE);
    }

    @Test
    void aClientReadsItsWrites() {
        EntityExchangeResult<String> before = send(HttpMethod.GET, null);
        assertThat(cookie(before)).isNull();
        cluster.standby(1).execute("select pg_wal_replay_pause()");

        ResponseCookie position = cookie(send(HttpMethod.POST, null));
        assertThat(position).isNotNull();
        assertThat(position.isHttpOnly()).isTrue();
        assertThat(position.getSameSite()).isEqualTo("Lax");
        assertThat(position.getMaxAge()).isEqualTo(Duration.ofMinutes(1));

        int old = Integer.parseInt(before.getResponseBody());
        assertThat(send(HttpMethod.GET, null).getResponseBody()).isEqualTo(String.valueOf(old));
        assertThat(send(HttpMethod.GET, "changed").getResponseBody()).isEqualTo(String.valueOf(old));
        EntityExchangeResult<String> after = send(HttpMethod.GET, position.getValue());
        assertThat(after.getResponseBody()).isEqualTo(String.valueOf(old + 1));
        assertThat(cookie(after)).isNull();
        cluster.standby(1).execute("select pg_wal_replay_resume()");
    }
}
