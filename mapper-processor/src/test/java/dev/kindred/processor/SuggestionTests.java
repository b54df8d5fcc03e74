package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTests {

    private static final List<String> MEMBERS = List.of("id", "userId", "ownerId", "name", "locale");

    @ParameterizedTest
    @CsvSource({
        "user_id, userId",
        "userid, userId",
        "usrId, userId",
        "USERID, userId",
        "ownreId, ownerId",
        "local, locale",
        "nmae, name",
        "ids, id"
    })
    void findsTheNearest(String written, String meant) {
        assertThat(Suggestion.nearest(written, MEMBERS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"key", "telephone", "x", "tenantKey"})
    void findsNothingWhenNothingIsNear(String written) {
        assertThat(Suggestion.nearest(written, MEMBERS)).isEmpty();
    }
}
