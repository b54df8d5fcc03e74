package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.jackson.RelationModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** Transactions, cancels, load modes and JSON of lists over paths, on a pool of one connection. */
class PathTransactionsIntegrationTests {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new RelationModule()).build();

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.newPool(1));
    }

    @Test
    void onlyTheTransactionThatAddedAPairSeesItUntilItCommits() {
        Person cid = mapper.get(Person.class, 3L).block();

        List<String> inside = new ArrayList<>();

        Mono<Void> work = mapper.insert(Membership_.draft(3L, 1L, "guest", 64).build())
                .thenMany(cid.teams())
                .doOnNext(team -> inside.add(team.name()))
                .then(Mono.error(new IllegalStateException("rolled back")));
        assertThatThrownBy(() -> mapper.transactional(work).block()).hasMessage("rolled back");

        assertThat(inside).containsExactly("core");
        assertThat(cid.teams().collectList().block()).isEmpty();
    }

    @Test
    void aCancelBetweenTheStatementsRemembersNothingAndReleasesTheConnection() {
        Person ann = mapper.get(Person.class, 1L).block();

        for (int micros = 0; micros < 3000; micros += 100) {
            StepVerifier.create(ann.teams(), 0)
                    .thenAwait(Duration.ofNanos(micros * 1000L))
                    .thenCancel()
                    .verify();
        }

        assertThat(ann.teams().map(Team::name).collectList().block()).containsExactly("core", "docs");
        assertThat(mapper.from(Person.class).count().block()).isEqualTo(3);
    }

    @Test
    void aForbiddenLoadNamesThePreload() {
        Person ann = mapper.from(Person.class).loading(LoadMode.FORBID).get(1L).block();

        assertThatThrownBy(() -> ann.teams().blockFirst())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("preload(Person_.TEAMS)");
        assertThatThrownBy(() -> ann.invoices().blockFirst())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("preload(Person_.INVOICES)");
    }

    @Test
    void anEntityThatIsNotStoredHasNoRows() {
        Person dan = Person.of("dan");

        assertThat(mapper.preload(List.of(dan), Person_.TEAMS)
                        .flatMap(Person::teams)
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void existingEntitiesArePreloaded() {
        List<Person> people = mapper.from(Person.class)
                .orderBy(Person_.ID.asc())
                .all()
                .collectList()
                .block();

        mapper.preload(people, Person_.TEAMS, teams -> teams.where(Team_.NAME.eq("docs")))
                .then()
                .block();

        assertThat(Relations.stateOf(people.get(1).teams()).getOrNull())
                .extracting(Team::name)
                .containsExactly("docs");
        assertThat(Relations.stateOf(people.get(1).tags())).isEqualTo(new RelationState.NotLoaded<>());
    }

    @Test
    void loadedListsAreInTheJson() {
        Person ann = mapper.from(Person.class)
                .preload(Person_.TAGS)
                .loading(LoadMode.FORBID)
                .get(1L)
                .block();

        assertThat(JSON.writeValueAsString(ann))
                .isEqualTo(
                        "{\"id\":1,\"name\":\"ann\",\"tags\":[{\"id\":3,\"word\":\"c\"},{\"id\":1,\"word\":\"a\"}]}");
    }

    @Test
    void aRelatedRowIsNotLinkedBackToTheEntity() {
        Person ann = mapper.from(Person.class).preload(Person_.TEAMS).get(1L).block();

        assertThat(ann.teams().collectList().block())
                .allSatisfy(team ->
                        assertThat(Relations.stateOf(team.members())).isEqualTo(new RelationState.NotLoaded<>()));
        assertThat(ann.teams()
                        .concatMap(Team::members)
                        .map(Person::name)
                        .collectList()
                        .block())
                .containsExactly("ann", "bob", "ann", "bob");
    }

    @Test
    void handlesOfManyEntitiesInOneFlatMapLoadTogetherOnOneConnection() {
        List<String> all = mapper.from(Person.class)
                .all()
                .flatMap(person -> Flux.merge(
                        person.teams().map(Team::name),
                        person.tags().map(Tag::word),
                        person.invoices().map(invoice -> "i" + invoice.id()),
                        Mono.just(person.name())))
                .collectList()
                .block();

        assertThat(all)
                .containsExactlyInAnyOrder(
                        "core", "docs", "core", "docs", "c", "a", "c", "i1", "i2", "i2", "ann", "bob", "cid");
    }
}
