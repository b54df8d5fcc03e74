package dev.kindred.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.examples.data.People;
import dev.kindred.examples.data.Population;
import dev.kindred.examples.data.Schema;
import dev.kindred.it.support.PostgresDatabase;
import dev.kindred.it.support.PostgresServer;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends real HTTP requests. The pool has four connections. */
class WebServiceTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static PostgresDatabase database;
    private static ConnectionPool pool;
    private static DisposableServer server;

    /** A status and a body. */
    private record Answer(int status, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    @BeforeAll
    static void start() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Schema.script());
        pool = Connections.builder(database.r2dbcUrl())
                .maxSize(4)
                .acquireTimeout(Duration.ofSeconds(30))
                .build();
        ReactiveMapper mapper = ReactiveMapper.create(pool);
        new Population(mapper).insert(People.invent(1000)).blockLast();
        server = new WebService(mapper).start(0).block();
    }

    @AfterAll
    static void stop() {
        server.disposeNow();
        pool.disposeLater().block();
        database.close();
    }

    private static Mono<Answer> get(String path) {
        return HttpClient.create()
                .get()
                .uri("http://127.0.0.1:" + server.port() + path)
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.status().code(), text)));
    }

    @Test
    void aPageOfUsersHasTheirProfiles() {
        JsonNode users = get("/users?limit=10&offset=10").block().json();

        assertThat(users.size()).isEqualTo(10);
        assertThat(users.get(0).get("id").asLong()).isEqualTo(11);
        assertThat(users.get(0).get("profile").get("name").asString()).isNotBlank();
        assertThat(users.get(9).get("id").asLong()).isEqualTo(20);
        assertThat(users.get(9).get("profile").isNull()).isTrue();
    }

    @Test
    void oneUserHasItsProfile() {
        JsonNode user = get("/users/212").block().json();

        assertThat(user.get("id").asLong()).isEqualTo(212);
        assertThat(user.get("profile").get("telephone").asString()).isNotBlank();
    }

    @Test
    void theTelephoneIsOneChain() {
        Answer answer = get("/users/212/telephone").block();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("telephone"))
                .isEqualTo(get("/users/212").block().json().get("profile").get("telephone"));
    }

    @ParameterizedTest
    @CsvSource({
        "/users/999999, 404",
        "/users/999999/telephone, 404",
        "/users/10/telephone, 404",
        "/users/7/telephone, 404",
        "/users/jane, 400",
        "/users?limit=0, 400",
        "/users?limit=101, 400",
        "/users?offset=-1, 400",
        "/users/1%20or%201=1, 400"
    })
    void whatIsNotThereOrNotANumberIsSaidSo(String path, int status) {
        assertThat(get(path).block().status()).isEqualTo(status);
    }

    @Test
    void manyClientsAtOnceGetRightAnswersFromFourConnections() {
        List<Long> ids = Flux.range(1, 640)
                .flatMap(
                        id -> get("/users/" + id)
                                .map(answer -> answer.json().get("id").asLong())
                                .filter(found -> found == id.longValue()),
                        64)
                .collectList()
                .block(Duration.ofSeconds(60));

        assertThat(ids).hasSize(640);
        assertThat(pool.getMetrics().orElseThrow().allocatedSize()).isLessThanOrEqualTo(4);
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
    }
}
