package dev.kindred.it.boot.web;

import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to an application with its own database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebTests {

    private static final JsonMapper JSON = new JsonMapper();

    PostgresDatabase database;
    ConfigurableApplicationContext application;
    WebTestClient client;

    @BeforeAll
    void start() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Person.TABLES);
        application = WebTestApplication.start(database, properties());
        client = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
                .build();
    }

    @BeforeEach
    void fivePeople() {
        database.execute("""
                truncate humans, documents restart identity;
                insert into humans (mail_text, full_name, years)
                    select 'p' || g || '@example.org', 'name ' || (6 - g), 20 + g from generate_series(1, 5) g;
                insert into documents (holder_id, number_text) values (1, 'P1');
                """);
    }

    @AfterAll
    void stop() {
        application.close();
        database.close();
    }

    /** Returns the properties of the application. */
    String[] properties() {
        return new String[0];
    }

    ConnectionPool pool() {
        return application.getBean(ConnectionPool.class);
    }

    Answer get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    Answer send(HttpMethod method, String path, @Nullable String json, String... headers) {
        WebTestClient.RequestBodySpec request =
                client.method(method).uri(URI.create(WebTestApplication.url(application) + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        WebTestClient.ResponseSpec response = json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
        var result = response.expectBody(String.class).returnResult();
        String body = String.valueOf(result.getResponseBody());
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), body);
    }

    /**
     * The answer to a request.
     *
     * @param status the status
     * @param headers the headers
     * @param body the text of the body
     */
    record Answer(int status, HttpHeaders headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** Returns the member of each object of an array. */
        List<String> texts(String array, String member) {
            return json().get(array)
                    .valueStream()
                    .map(element -> element.get(member).asString())
                    .toList();
        }
    }
}
