package dev.kindred.it.boot.web;

import static dev.kindred.it.boot.web.WindowIntegrationTests.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.spring.web.KindredWebConfigurer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import tools.jackson.databind.JsonNode;

class PageIntegrationTests extends WebTests {

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aPageHasItsTotalAndLinks(String style) {
        Answer answer = get("/" + style + "/pages?sort=email&page=1&size=2");
        JsonNode body = answer.json();
        String path = "/" + style + "/pages?sort=email&size=2&page=";

        assertThat(answer.texts("rows", "id")).containsExactly("3", "4");
        assertThat(body.get("number").asInt()).isEqualTo(1);
        assertThat(body.get("size").asInt()).isEqualTo(2);
        assertThat(body.get("total").asInt()).isEqualTo(5);
        assertThat(body.get("totalPages").asInt()).isEqualTo(3);
        assertThat(link(body, "self")).isEqualTo("/" + style + "/pages?sort=email&page=1&size=2");
        assertThat(link(body, "first")).isEqualTo(path + 0);
        assertThat(link(body, "prev")).isEqualTo(path + 0);
        assertThat(link(body, "next")).isEqualTo(path + 2);
        assertThat(link(body, "last")).isEqualTo(path + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aPageAfterTheLastOneLeadsBackToIt(String style) {
        JsonNode body = get("/" + style + "/pages?page=40&size=2").json();

        assertThat(body.get("rows").size()).isZero();
        assertThat(link(body, "prev")).isEqualTo("/" + style + "/pages?size=2&page=2");
        assertThat(body.get("links").has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aSliceHasNoTotal(String style) {
        JsonNode body = get("/" + style + "/slices?size=2").json();

        assertThat(body.has("total")).isFalse();
        assertThat(body.get("links").has("last")).isFalse();
        assertThat(body.get("links").has("prev")).isFalse();
        assertThat(link(body, "next")).isEqualTo("/" + style + "/slices?size=2&page=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aPageOfOtherValuesHasLinks(String style) {
        JsonNode body = get("/" + style + "/names?size=1&page=1").json();

        assertThat(body.get("rows").toString()).isEqualTo("[\"name 4\"]");
        assertThat(link(body, "next")).isEqualTo("/" + style + "/names?size=1&page=2");
    }

    @Test
    void aNativeImageHasTheMembersOfTheBody() {
        RuntimeHints hints = new RuntimeHints();

        new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, KindredWebConfigurer.class);

        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(TypeReference.of("dev.kindred.spring.web.LinkedRows"))
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                .accepts(hints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void invalidParametersAreBadRequests(String style) {
        Answer answer = get("/" + style + "/pages?page=-1&size=101&sort=nothing");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.texts("violations", "parameter")).containsExactly("page", "size", "sort");
        assertThat(answer.texts("violations", "code")).containsExactly("TOO_SMALL", "TOO_LARGE", "NOT_SORTABLE");
        assertThat(get("/" + style + "/names?page=2147483647").status()).isEqualTo(400);
    }
}
