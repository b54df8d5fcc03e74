package dev.kindred.it.boot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

class ProblemDetailsIntegrationTests extends WebTests {

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aMissingRowIsNotFound(String style) {
        Answer answer = get("/" + style + "/people/77");

        assertProblem(answer, 404, "NOT_FOUND");
        assertThat(answer.json().get("title").asString()).isEqualTo("Not Found");
        assertThat(answer.body()).doesNotContain("77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aUniqueValueIsAConflictOfItsMember(String style) {
        Answer answer = send(HttpMethod.POST, "/" + style + "/people", person("p1@example.org"));

        assertProblem(answer, 409, "UNIQUE_VIOLATION");
        assertThat(strings(answer, "members")).containsExactly("email");
        assertThat(answer.body()).doesNotContain("p1@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aSecondChildIsAConflictOfItsRelation(String style) {
        Answer answer = send(HttpMethod.POST, "/" + style + "/passports", "{\"personId\": 1, \"number\": \"P2\"}");

        assertProblem(answer, 409, "UNIQUE_VIOLATION");
        assertThat(strings(answer, "members")).containsExactly("personId");
        assertThat(answer.json().get("relation").asString()).isEqualTo("Person.passport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aMissingReferenceIsAConflictOfItsRelation(String style) {
        Answer answer = send(HttpMethod.POST, "/" + style + "/passports", "{\"personId\": 99, \"number\": \"P2\"}");

        assertProblem(answer, 409, "FOREIGN_KEY_VIOLATION");
        assertThat(strings(answer, "members")).containsExactly("personId");
        assertThat(answer.json().get("relation").asString()).isEqualTo("Passport.person");
        assertThat(answer.body()).doesNotContain("99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aReferencedRowIsAConflictOfItsRelation(String style) {
        Answer answer = send(HttpMethod.DELETE, "/" + style + "/people/1", null);

        assertProblem(answer, 409, "FOREIGN_KEY_VIOLATION");
        assertThat(answer.json().get("relation").asString()).isEqualTo("Person.passport");
    }

    @ParameterizedTest
    @CsvSource({"annotated, false", "annotated, true", "functional, false", "functional, true"})
    void aStaleVersionIsAConflictOrAFailedPrecondition(String style, boolean ifMatch) {
        String stale = "{\"id\": 2, \"email\": \"x@example.org\", \"name\": \"x\", \"version\": 7}";
        Answer answer = ifMatch
                ? send(HttpMethod.PUT, "/" + style + "/people", stale, "If-Match", "\"7\"")
                : send(HttpMethod.PUT, "/" + style + "/people", stale);

        assertProblem(answer, ifMatch ? 412 : 409, "STALE_VERSION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void invalidInputHasAllViolations(String style) {
        Answer answer = send(
                HttpMethod.PATCH,
                "/" + style + "/people/2",
                "{\"name\": null, \"age\": 99999999999, \"version\": 3, \"email\": \"" + Person.SECRET + "\"}");

        assertProblem(answer, 400, "INVALID_INPUT");
        assertThat(answer.texts("violations", "member")).containsExactly("name", "age", "version");
        assertThat(answer.texts("violations", "code")).containsExactly("NULL", "TOO_LARGE", "NOT_ASSIGNABLE");
        assertThat(answer.json().get("violations").get(1).get("limit").asInt()).isEqualTo(Integer.MAX_VALUE);
        assertThat(answer.body()).doesNotContain(Person.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aRefusedValueIsABadRequest(String style) {
        Answer check = send(HttpMethod.PATCH, "/" + style + "/people/2", "{\"age\": -1}");
        Answer length = send(HttpMethod.PATCH, "/" + style + "/people/2", "{\"name\": \"" + "x".repeat(300) + "\"}");

        assertProblem(check, 400, "CHECK_VIOLATION");
        assertThat(check.body()).doesNotContain("grown");
        assertProblem(length, 400, "INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aBusyPoolIsUnavailable(String style) {
        Sinks.Empty<Void> end = Sinks.empty();
        Sinks.Empty<Void> begun = Sinks.empty();
        ReactiveMapper mapper = application.getBean(ReactiveMapper.class);
        CompletableFuture<Void> held = mapper.transactional(mapper.from(Person.class)
                        .count()
                        .doOnNext(count -> begun.tryEmitEmpty())
                        .then(end.asMono()))
                .toFuture();
        begun.asMono().block(Duration.ofSeconds(20));

        Answer answer = get("/" + style + "/people/1");

        end.tryEmitEmpty();
        held.join();
        assertProblem(answer, 503, "UNAVAILABLE");
        assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aLostConnectionIsUnavailable(String style) {
        Answer answer = get("/" + style + "/failures/lost");

        assertProblem(answer, 503, "UNAVAILABLE");
        assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("3");
        assertThat(get("/" + style + "/people/1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "annotated, several", "annotated, division", "annotated, syntax",
        "functional, several", "functional, division", "functional, syntax"
    })
    void otherErrorsAreInternal(String style, String kind) {
        Answer answer = get("/" + style + "/failures/" + kind);

        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("nowhere", "22012", "division");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aTranslatedErrorHasTheSameResponse(String style) {
        assertProblem(get("/" + style + "/failures/translated"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void errorsOfTheApplicationAreNotChanged(String style) {
        Answer answer = get("/" + style + "/failures/other");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "annotated, application/problem+json",
        "functional, text/html",
        "functional, application/xml",
        "functional, application/problem+json"
    })
    void theBodyIsAProblemForEachAcceptHeader(String style, String accept) {
        assertProblem(send(HttpMethod.GET, "/" + style + "/people/77", null, "Accept", accept), 404, "NOT_FOUND");
    }

    @Override
    String[] properties() {
        return new String[] {"kindred.errors.retry-after=3s"};
    }

    private static String person(String email) {
        return "{\"email\": \"" + email + "\", \"name\": \"new\"}";
    }

    private static List<String> strings(Answer answer, String array) {
        return answer.json().get(array).valueStream().map(JsonNode::asString).toList();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.body())
                .doesNotContainIgnoringCase(
                        "select", "insert", "humans", "documents", "mail_text", "holder_id", "SQLSTATE");
    }
}
