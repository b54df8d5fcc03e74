package dev.kindred.examples.web;

import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a free port, and requests to it. Each request has a time limit. */
final class WebServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A response. */
    record Answer(int status, String body, HttpResponse<String> response) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    static WebServer start(String... properties) {
        SpringApplication application = new SpringApplication(WebApplication.class);
        String[] arguments = Stream.concat(
                        Stream.of("server.port=0", "spring.r2dbc.pool.max-size=4"), Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new WebServer(application.run(arguments));
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    ConnectionPool pool() {
        return context.getBean(ConnectionPool.class);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer send(String method, String path, String body) {
        try {
            HttpResponse<String> response =
                    client.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    CompletableFuture<Answer> begin(String path) {
        return client.sendAsync(request("GET", path, null), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.body(), response));
    }

    /** Returns the statements that the console has recorded for the request of {@code answer}. */
    List<String> statements(Answer answer) {
        JsonNode recorded =
                get("/kindred/api/requests/" + answer.header("Kindred-Request")).json();
        return recorded.get("statements")
                .valueStream()
                .map(statement -> statement.get("operation").asString())
                .toList();
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
    }

    @Override
    public void close() {
        context.close();
    }
}
