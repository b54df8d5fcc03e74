package dev.kindred.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.examples.web.WebServer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Sends real HTTP requests to the application. The pool has four connections. The console counts the statements of each
 * request.
 */
@Timeout(120)
class WebServiceTests {

    private static WebServer server;

    @BeforeAll
    @Timeout(180)
    static void start() {
        server = WebServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer ok(String path) {
        Answer answer = server.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    @Test
    void aPageOfUsersHasTheirProfilesAndACursor() {
        Answer first = ok("/users?limit=10");
        Answer second = ok("/users?limit=10&cursor=" + first.json().get("next").asString());

        JsonNode users = second.json().get("rows");
        assertThat(users.size()).isEqualTo(10);
        assertThat(users.get(0).get("id").asLong()).isEqualTo(11);
        assertThat(users.get(0).get("profile").get("name").asString()).isNotBlank();
        assertThat(users.get(9).get("id").asLong()).isEqualTo(20);
        assertThat(users.get(9).get("profile").isNull()).isTrue();
        assertThat(server.statements(first)).containsExactly("FIND", "PRELOAD");
        assertThat(server.statements(second)).containsExactly("FIND", "PRELOAD");
    }

    @Test
    void aPageCanBeSortedByTheColumnsOfTheListOnly() {
        JsonNode users = ok("/users?limit=2&sort=-id").json().get("rows");
        assertThat(users.get(0).get("id").asLong())
                .isGreaterThan(users.get(1).get("id").asLong());

        Answer other = server.get("/users?sort=profile");
        assertThat(other.status()).isEqualTo(400);
        assertThat(server.statements(other)).isEmpty();
    }

    @Test
    void oneUserHasAllRelations() {
        Answer answer = ok("/users/229");

        JsonNode user = answer.json();
        assertThat(user.get("profile").get("name").asString()).isNotBlank();
        assertThat(user.get("teams").size()).isEqualTo(2);
        assertThat(user.get("orders").size()).isEqualTo(3);
        assertThat(user.get("orders").get(0).get("lines").size()).isEqualTo(2);
        assertThat(server.statements(answer)).hasSize(8);
    }

    @Test
    void theTelephoneIsOneChain() {
        Answer answer = ok("/users/211/telephone");

        assertThat(answer.json().get("telephone").asString())
                .isEqualTo(
                        ok("/users/211").json().get("profile").get("telephone").asString());
        assertThat(server.statements(answer)).containsExactly("FIND", "LOAD");
    }

    @Test
    void theExportHasOneLineForEachUser() {
        Answer answer = ok("/users/export");

        List<String> lines = answer.body().lines().toList();
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(999);
        assertThat(lines.get(0)).startsWith("{\"id\":1,").contains("\"profile\":{");
        // A full chunk of 1,000 users is followed by an empty one. Another test deletes a user.
        assertThat(server.statements(answer))
                .isEqualTo(lines.size() < 1000 ? List.of("FIND", "PRELOAD") : List.of("FIND", "PRELOAD", "FIND"));
    }

    @Test
    void anOrderIsCreatedWithLinesAndTagsInOneTransactionAndThenDeleted() {
        Answer created = create("T-1", "gift", "new");

        assertThat(created.status()).isEqualTo(201);
        JsonNode order = created.json();
        assertThat(created.header("Location")).isEqualTo("/orders/" + order.get("id"));
        assertThat(order.get("total").asInt()).isEqualTo(7);
        assertThat(order.get("lines").size()).isEqualTo(2);
        assertThat(texts(order.get("tags"))).containsExactly("gift", "new");
        assertThat(work(created))
                .containsExactly("RELATION_UPDATE", "RELATION_UPDATE", "UPSERT", "RELATION_CREATE", "LOAD", "LOAD");

        String path = "/orders/" + order.get("id");
        assertThat(ok(path).json()).isEqualTo(order);
        Answer deleted = server.send("DELETE", path, null);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(server.statements(deleted)).containsExactly("DELETE");
        assertThat(server.get(path).status()).isEqualTo(404);
        assertThat(server.send("DELETE", path, null).status()).isEqualTo(404);
    }

    @Test
    void anOrderWithANumberThatExistsLeavesNothing() {
        String path = "/orders/" + create("T-2", "gift").json().get("id");
        Answer again = create("T-2", "gift", "never stored");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("members").get(0).asString()).isEqualTo("number");
        assertThat(again.body()).doesNotContain("T-2").doesNotContainIgnoringCase("insert");
        assertThat(server.send("DELETE", path, null).status()).isEqualTo(204);
    }

    @Test
    void theTagsOfAnOrderAreReplaced() {
        String path = "/orders/" + create("T-3", "gift", "express").json().get("id");

        Answer answer = server.send("PUT", path + "/tags", "[\"fragile\", \"gift\"]");

        assertThat(texts(answer.json().get("tags"))).containsExactly("fragile", "gift");
        assertThat(work(answer))
                .containsExactly("FIND", "UPSERT", "RELATION_UPDATE", "RELATION_UPDATE", "LOAD", "LOAD", "LOAD");
        assertThat(server.send("DELETE", path, null).status()).isEqualTo(204);
    }

    @Test
    void theOrdersOfAUserAreAPage() {
        Answer answer = ok("/users/228/orders?limit=5");

        assertThat(answer.json().get("rows").size()).isEqualTo(5);
        assertThat(answer.json().get("next").isNull()).isFalse();
        assertThat(answer.json().get("rows").get(0).get("placedOn").asString()).isEqualTo("2026-01-08");
        assertThat(server.statements(answer)).containsExactly("FIND", "PRELOAD", "PRELOAD", "PRELOAD");
    }

    @Test
    void aProfileIsCreatedUpdatedAndChanged() {
        String body = "{\"name\": \"Jane Perera\", \"telephone\": null, \"locale\": \"si\"}";
        Answer created = server.send("PUT", "/users/40/profile", body);
        Answer updated = server.send("PUT", "/users/40/profile", body.replace("null", "\"614-867-5309\""));
        Answer changed = server.send("PATCH", "/users/40/profile", "{\"name\": \"Jane\"}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(updated.json().get("telephone").asString()).isEqualTo("614-867-5309");
        assertThat(changed.json().get("name").asString()).isEqualTo("Jane");
        assertThat(changed.json().get("telephone").asString()).isEqualTo("614-867-5309");
        assertThat(server.statements(created)).hasSize(3);
        assertThat(server.statements(updated)).hasSize(2);
        assertThat(server.statements(changed)).hasSize(2);
    }

    @Test
    void onlyListedMembersCanBeChanged() {
        Answer answer = server.send("PATCH", "/users/211/profile", "{\"userId\": 1, \"id\": 5}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(texts(answer.json().get("violations"), "member")).contains("userId", "id");
        assertThat(server.statements(answer)).isEmpty();
    }

    @Test
    void aUserIsDeletedWithItsRows() {
        assertThat(server.send("DELETE", "/users/999", null).status()).isEqualTo(204);

        assertThat(server.get("/users/999").status()).isEqualTo(404);
        assertThat(ok("/users/999/orders").json().get("rows").size()).isZero();
        assertThat(server.send("DELETE", "/users/999", null).status()).isEqualTo(404);
    }

    @Test
    void aReportIsOneStatement() {
        Answer users = ok("/reports/users?limit=10");
        Answer articles = ok("/reports/articles");

        assertThat(users.json().get(8).get("orders").asInt()).isEqualTo(9);
        assertThat(users.json().get(9).get("total").asInt()).isZero();
        assertThat(articles.json().size()).isGreaterThanOrEqualTo(5);
        assertThat(server.statements(users)).containsExactly("FIND");
        assertThat(server.statements(articles)).containsExactly("AGGREGATE");
    }

    @ParameterizedTest
    @CsvSource({
        "/users?limit=20, 2, 21",
        "/users/229, 8, 13",
        "/users/229/orders, 4, 25",
        "/reports/users?limit=20, 1, 21"
    })
    void theTwinsWithOneStatementForEachRowHaveTheSameRows(String path, int few, int many) {
        Answer kindred = ok(path);
        Answer twin = ok("/n-plus-one" + path);

        JsonNode expected = kindred.json();
        JsonNode rows = expected.get("rows");
        assertThat(twin.json().has("rows") ? twin.json().get("rows") : twin.json())
                .isEqualTo(rows == null ? expected : rows);
        assertThat(server.statements(kindred)).hasSize(few);
        assertThat(server.statements(twin)).hasSize(many);
    }

    @ParameterizedTest
    @CsvSource({
        "/users/999999, 404",
        "/users/999999/telephone, 404",
        "/users/10/telephone, 404",
        "/users/7/telephone, 404",
        "/orders/999999, 404",
        "/users/jane, 400",
        "/users?limit=0, 400",
        "/users?limit=101, 400",
        "/users?cursor=abc, 400",
        "/users/1%20or%201=1, 400"
    })
    void wrongRequestsAreProblems(String path, int status) {
        Answer answer = server.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContainIgnoringCase("select");
    }

    @Test
    void manyClientsAtOnceGetRightAnswersFromFourConnections() {
        List<Long> ids = Flux.range(1, 640)
                .flatMap(id -> Mono.fromFuture(() -> server.begin("/users/" + id)), 64)
                .map(answer -> answer.json().get("id").asLong())
                .sort()
                .collectList()
                .block(Duration.ofSeconds(100));

        assertThat(ids).isEqualTo(LongStream.rangeClosed(1, 640).boxed().toList());
        assertThat(server.pool().getMetrics().orElseThrow().allocatedSize()).isLessThanOrEqualTo(4);
        assertThat(server.pool().getMetrics().orElseThrow().acquiredSize()).isZero();
    }

    private static Answer create(String number, String... tags) {
        String names = List.of(tags).stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(", "));
        return server.send("POST", "/users/230/orders", """
                {"number": "%s", "placedOn": "2026-11-29", "tags": [%s], "lines": [
                  {"article": "tea", "quantity": 1, "price": 3}, {"article": "rice", "quantity": 2, "price": 2}]}
                """.formatted(number, names));
    }

    /** The operations of the statements, without those that begin and end transactions. */
    private static List<String> work(Answer answer) {
        return server.statements(answer).stream()
                .filter(operation -> !operation.equals("TRANSACTION"))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> texts(JsonNode array, String member) {
        return array.valueStream().map(entry -> entry.get(member).asString()).toList();
    }
}
