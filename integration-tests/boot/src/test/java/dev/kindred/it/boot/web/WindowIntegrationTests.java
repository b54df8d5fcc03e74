package dev.kindred.it.boot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WindowIntegrationTests extends WebTests {

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void linksLeadThroughAllWindowsAndBack(String style) {
        List<String> forward = followed("/" + style + "/windows?limit=2&sort=-email&tag=a%26b", "next");
        String last = forward.get(forward.size() - 1);
        List<String> back = followed(last, "prev");

        assertThat(forward).hasSize(3).allMatch(link -> link.contains("limit=2&sort=-email&tag=a%26b"));
        assertThat(back).hasSize(3);
        assertThat(get(back.get(2)).texts("rows", "email")).containsExactly("p5@example.org", "p4@example.org");
        assertThat(link(get(last).json(), "first")).isEqualTo("/" + style + "/windows?limit=2&sort=-email&tag=a%26b");
        assertThat(link(get(last).json(), "self")).isEqualTo(last);
    }

    private List<String> followed(String start, String relation) {
        List<String> links = new ArrayList<>();
        @Nullable String next = start;
        while (next != null) {
            links.add(next);
            next = link(get(next).json(), relation);
        }
        return links;
    }

    static @Nullable String link(JsonNode body, String relation) {
        @Nullable JsonNode link = body.get("links").get(relation);
        return link == null ? null : link.asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aWindowHasRowsWithLoadedRelationsAndCursors(String style) {
        JsonNode body = get("/" + style + "/windows?limit=1").json();

        assertThat(body.get("rows").get(0).get("passport").get("number").asString())
                .isEqualTo("P1");
        assertThat(link(body, "next")).endsWith("&cursor=" + body.get("next").asString());
        assertThat(body.has("previous")).isFalse();
        assertThat(body.get("links").has("prev")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void theOrderIsOneOfTheAllowList(String style) {
        assertThat(get("/" + style + "/windows").texts("rows", "id")).containsExactly("1", "2", "3", "4", "5");
        assertThat(get("/" + style + "/windows?sort=name").texts("rows", "id"))
                .containsExactly("5", "4", "3", "2", "1");
        assertThat(get("/" + style + "/windows?sort=-years,name").texts("rows", "id"))
                .containsExactly("5", "4", "3", "2", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void allInvalidParametersAreInOneResponse(String style) {
        Answer answer = get("/" + style + "/windows?limit=101&cursor=&sort=version,-email,email,age");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("INVALID_PARAMETERS");
        assertThat(answer.texts("violations", "parameter")).containsExactly("limit", "cursor", "sort", "sort", "sort");
        assertThat(answer.texts("violations", "code"))
                .containsExactly("TOO_LARGE", "EMPTY", "NOT_SORTABLE", "REPEATED", "NOT_SORTABLE");
        assertThat(answer.json().get("violations").get(0).get("limit").asInt()).isEqualTo(100);
        assertThat(answer.json().get("violations").get(2).get("allowed").toString())
                .isEqualTo("[\"name\",\"email\",\"years\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=-1", "limit=x", "limit=", "limit=1&limit=2", "limit=99999999999", "sort="})
    void anInvalidParameterIsABadRequest(String query) {
        for (String style : List.of("annotated", "functional")) {
            Answer answer = get("/" + style + "/windows?" + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.texts("violations", "parameter")).containsExactly(query.substring(0, query.indexOf('=')));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aForgedCursorAndOneOfAnotherOrderAreBadRequests(String style) {
        String next = get("/" + style + "/windows?limit=1").json().get("next").asString();

        for (String query : List.of("cursor=abc", "sort=name&cursor=" + next, "cursor=" + next + "x")) {
            Answer answer = get("/" + style + "/windows?" + query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.texts("violations", "parameter")).containsExactly("cursor");
            assertThat(answer.texts("violations", "code")).containsExactly("INVALID_CURSOR");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aMethodCanHaveItsOwnLimits(String style) {
        assertThat(get("/" + style + "/large").json().get("rows").size()).isEqualTo(2);
        assertThat(get("/" + style + "/large?limit=3").json().get("rows").size())
                .isEqualTo(3);
        assertThat(get("/" + style + "/large?limit=4").status()).isEqualTo(400);
    }

    @Test
    void anUnknownSortNameIsEscaped() {
        Answer answer = get("/annotated/windows?sort=%22%0A" + "x".repeat(100));

        assertThat(answer.texts("violations", "member").get(0))
                .hasSizeLessThan(100)
                .doesNotContain("\n");
    }
}
