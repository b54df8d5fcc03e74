package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Handles of many-to-many relations and of paths, on a pool of one connection. */
class PathHandlesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void theHandlesOfSiblingsLoadTogether() {
        List<Person> people = people();

        assertThat(lists(people, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("core", "docs"), List.of("core", "docs"), List.of()));
        assertThat(lists(people, Person::teams, Team::name).get(1)).containsExactly("core", "docs");
        assertThat(Relations.stateOf(people.get(2).teams())).isEqualTo(new RelationState.Empty<>());
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"person_id\", \"team_id\" FROM \"memberships\""
                                + " WHERE \"person_id\" = ANY($1) AND \"left_at\" IS NULL LIMIT 100001",
                        "SELECT \"id\", \"name\", \"budget\", \"owner_id\", \"closed_at\" FROM \"teams\""
                                + " WHERE \"id\" = ANY($1) AND \"closed_at\" IS NULL");
    }

    @Test
    void aRowThatSeveralKeysReachIsOneInstance() {
        List<Person> people = people();

        Team ofAnn = people.get(0).teams().blockFirst();
        Team ofBob = people.get(1).teams().blockFirst();

        assertThat(ofAnn).isSameAs(ofBob);
        assertThat(people.get(0).tags().blockFirst())
                .isSameAs(people.get(1).tags().blockFirst())
                .isEqualTo(new Tag(3, "c", people.get(1).tags().blockFirst().people()));
    }

    @Test
    void aPivotTableWithoutAnEntityReadsInTheOrderOfTheRelation() {
        List<Person> people = people();

        assertThat(lists(people, Person::tags, Tag::word))
                .isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"person_id\", \"tag_id\" FROM \"person_tag\""
                                + " WHERE \"person_id\" = ANY($1) LIMIT 100001",
                        "SELECT \"id\", \"word\" FROM \"tags\" WHERE \"id\" = ANY($1)"
                                + " ORDER BY \"word\" DESC, \"id\" DESC");
    }

    @Test
    void aRelationToTheSameEntityReadsInBothDirections() {
        List<Person> people = people();

        assertThat(lists(people, Person::following, Person::name))
                .isEqualTo(List.of(List.of("bob"), List.of("ann", "cid"), List.of()));
        assertThat(lists(people, Person::followers, Person::name))
                .isEqualTo(List.of(List.of("bob"), List.of("ann"), List.of("bob")));
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void aPathReadsEachRowOnceForEachKey() {
        List<Person> people = people();

        assertThat(lists(people, Person::invoices, Invoice::id))
                .isEqualTo(List.of(List.of(1L, 2L), List.of(2L), List.of()));
        assertThat(lists(people, Person::latestInvoices, Invoice::id))
                .isEqualTo(List.of(List.of(2L), List.of(2L), List.of()));
        assertThat(lists(people, Person::bosses, Person::name))
                .isEqualTo(List.of(List.of("bob"), List.of("bob"), List.of()));
        assertThat(recorder.count()).isEqualTo(3);
    }

    private List<Person> people() {
        List<Person> people = mapper.from(Person.class)
                .orderBy(Person_.ID.asc())
                .all()
                .collectList()
                .block();
        recorder.clear();
        return people;
    }

    private static <R, T> List<List<T>> lists(
            List<Person> people, Function<Person, Flux<R>> relation, Function<R, T> value) {
        return people.stream()
                .map(person -> relation.apply(person).map(value).collectList().block())
                .toList();
    }
}
