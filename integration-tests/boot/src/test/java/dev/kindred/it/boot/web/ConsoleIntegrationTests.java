package dev.kindred.it.boot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.test.internal.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ConsoleIntegrationTests extends WebTests {

    @Override
    String[] properties() {
        return new String[] {"kindred.console.enabled=true", "kindred.console.requests=3"};
    }

    /** The client has the answer before the request ends and its status is recorded. */
    private JsonNode recorded(Answer answer) {
        String path = "/kindred/api/requests/" + answer.headers().getFirst("Kindred-Request");
        Await.await(
                Duration.ofSeconds(20),
                () -> get(path).json().get("request").get("status").asInt() != 0,
                () -> "The request has not ended");
        return get(path).json();
    }

    @Test
    void aRequestHasItsStatementsAndNoValue() {
        Answer answer = get("/annotated/pages?sort=email&page=1&size=2");
        JsonNode recorded = recorded(answer);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(recorded.get("request").get("path").asString()).isEqualTo("/annotated/pages");
        assertThat(recorded.get("request").get("statements").asInt()).isEqualTo(2);
        assertThat(recorded.get("statements")
                        .valueStream()
                        .map(statement -> statement.get("operation").asString())
                        .toList())
                .containsExactly("FIND", "COUNT");
        assertThat(recorded.toString()).doesNotContain("size=2", "example.org");
    }

    @Test
    void theOldestRequestsAreForgotten() {
        Answer first = get("/annotated/pages");
        for (int i = 0; i < 3; i++) {
            get("/functional/pages");
        }

        assertThat(get("/kindred/api/requests").json().size()).isEqualTo(3);
        assertThat(get("/kindred/api/requests/" + first.headers().getFirst("Kindred-Request"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anErrorHasItsStatus() {
        Answer answer = get("/annotated/pages?page=-1");

        assertThat(recorded(answer).get("request").get("status").asInt()).isEqualTo(400);
        assertThat(recorded(answer).get("request").get("path").asString()).isEqualTo("/annotated/pages");
    }

    @Test
    void thePoolAndTheEntitiesAreShown() {
        JsonNode pool = get("/kindred/api/pool").json();
        Answer entities = get("/kindred/api/entities");

        assertThat(pool.get("most").asInt()).isEqualTo(1);
        assertThat(pool.get("inUse").asInt()).isZero();
        assertThat(entities.json()
                        .valueStream()
                        .map(entity -> entity.get("table").asString())
                        .toList())
                .contains("humans", "documents");
    }

    @Test
    void theDifferencesToTheDatabaseAreShown() {
        JsonNode verified = send(HttpMethod.POST, "/kindred/api/verify", null).json();

        assertThat(verified.get("entities").asInt()).isPositive();
        assertThat(verified.get("findings").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 192.0.2.1",
        "Forwarded, for=192.0.2.1",
        "X-Real-IP, 192.0.2.1",
        "Host, rebound.example.org"
    })
    void otherMachinesDoNotFindIt(String header, String value) {
        for (String path :
                List.of("/kindred/", "/kindred/api/requests", "/kindred/api/events", "/kindred/assets/theme.css")) {
            assertThat(send(HttpMethod.GET, path, null, header, value).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void itsPageLoadsNothingFromElsewhere() {
        Answer page = get("/kindred/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().getFirst("Content-Security-Policy")).startsWith("default-src 'self'");
        assertThat(page.body()).doesNotContain("http:", "https:", "//");
        assertThat(get("/kindred").status()).isEqualTo(308);
        assertThat(get("/kindred/assets/console.js").status()).isEqualTo(200);
    }
}
