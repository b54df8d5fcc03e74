package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

/** A pivot table that holds a pair several times, because it has no unique key. A pair counts once. */
class RepeatedPairsIntegrationTests {

    private static final String PAIRS =
            "SELECT \"person_id\", \"tag_id\" FROM \"person_tag\" WHERE \"person_id\" = ANY($1) LIMIT ";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Club.TABLES + "alter table person_tag drop constraint person_tag_pkey;")
            .resetBefore(Club.EMPTY, Club.ROWS, "insert into person_tag values (2, 3), (1, 1), (1, 3), (2, 3);");

    private final StatementRecorder recorder = new StatementRecorder();

    @Test
    void aPreloadReadsTheRowOfARepeatedPairOnce() {
        List<Person> people = read(people(builder()).preload(Person_.TAGS).loading(LoadMode.FORBID));

        assertThat(words(people)).isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void theHandlesOfSiblingsReadTheRowOfARepeatedPairOnce() {
        List<Person> people = read(people(builder()));

        assertThat(words(people)).isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aRepeatedPairCountsOnceForTheLimitOfAPreload() {
        List<Person> people = read(people(builder().preloadRows(3)).preload(Person_.TAGS));

        assertThat(words(people)).isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
        assertThat(recorder.texts().subList(1, recorder.count()))
                .containsExactly(
                        PAIRS + "4",
                        PAIRS.replace("SELECT", "SELECT DISTINCT") + "4",
                        "SELECT \"id\", \"word\" FROM \"tags\" WHERE \"id\" = ANY($1)"
                                + " ORDER BY \"word\" DESC, \"id\" DESC");
        StepVerifier.create(
                        people(builder().preloadRows(2)).preload(Person_.TAGS).all())
                .verifyErrorMatches(error -> error.getMessage().contains("has more than 2 rows"));
    }

    @Test
    void aRepeatedPairCountsOnceForTheLimitOfSiblings() {
        List<Person> people = read(people(builder().siblingRows(3)));

        assertThat(words(people)).isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
        assertThat(recorder.count()).isEqualTo(4);
    }

    private ReactiveMapperBuilder builder() {
        return ReactiveMapper.builder(database.newPool(1)).listener(recorder);
    }

    private static EntitySelect<Person> people(ReactiveMapperBuilder builder) {
        return builder.build().from(Person.class).orderBy(Person_.ID.asc());
    }

    private static List<Person> read(EntitySelect<Person> people) {
        return people.all().collectList().block();
    }

    private static List<List<String>> words(List<Person> people) {
        return people.stream()
                .map(person -> person.tags().map(Tag::word).collectList().block())
                .toList();
    }
}
