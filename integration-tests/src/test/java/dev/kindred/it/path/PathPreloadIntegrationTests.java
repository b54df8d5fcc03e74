package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Preloads of many-to-many relations and of paths, on a pool of one connection. */
class PathPreloadIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .preloadRows(1_000_000)
                .build();
    }

    @Test
    void theRowsOfAllEntitiesAreLoadedTogether() {
        List<Person> people = read(people().preload(Person_.TEAMS)
                .preload(Person_.TAGS)
                .preload(Person_.INVOICES)
                .loading(LoadMode.FORBID));

        assertThat(lists(people, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("core", "docs"), List.of("core", "docs"), List.of()));
        assertThat(lists(people, Person::tags, Tag::word))
                .isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
        assertThat(lists(people, Person::invoices, Invoice::id))
                .isEqualTo(List.of(List.of(1L, 2L), List.of(2L), List.of()));
        assertThat(Relations.stateOf(people.get(2).teams())).isEqualTo(new RelationState.Empty<>());
        assertThat(people.get(0).teams().blockFirst())
                .isSameAs(people.get(1).teams().blockFirst());
        assertThatThrownBy(() -> people.get(0).bosses().blockFirst())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("preload(Person_.BOSSES)");
    }

    @Test
    void conditionsOrderColumnsAndNestedPreloadsHold() {
        List<Person> people = read(people().preload(
                        Person_.TEAMS,
                        teams -> teams.where(Team_.BUDGET.gt(5))
                                .orderBy(Team_.BUDGET.desc())
                                .select(Team_.NAME, Team_.OWNER_ID)
                                .preload(Team_.OWNER, owner -> owner.joined().preload(Person_.TAGS))
                                .limitEach(1))
                .loading(LoadMode.FORBID));

        assertThat(lists(people, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("docs"), List.of("docs"), List.of()));
        Team docs = people.get(0).teams().blockFirst();
        assertThat(docs).isSameAs(people.get(1).teams().blockFirst());
        assertThat(docs.id()).isNull();
        assertThat(docs.owner().block().name()).isEqualTo("bob");
        assertThat(docs.owner().block().tags().map(Tag::word).collectList().block())
                .containsExactly("c");
        assertThat(Relations.stateOf(people.get(0).teams()).hasMore()).isTrue();
        assertThat(Relations.stateOf(people.get(1).teams()).hasMore()).isTrue();
    }

    @Test
    void oneStatementReadsTheRowsIfTheRelatedTableDecides() {
        List<Person> people = read(people().preload(Person_.TEAMS, teams -> teams.orderBy(Team_.NAME.desc()))
                .preload(Person_.TAGS, tags -> tags.where(Tag_.WORD.gt("a"))));

        assertThat(lists(people, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("docs", "core"), List.of("docs", "core"), List.of()));
        assertThat(lists(people, Person::tags, Tag::word)).isEqualTo(List.of(List.of("c"), List.of("c"), List.of()));
        assertThat(people.get(0).teams().blockFirst())
                .isSameAs(people.get(1).teams().blockFirst());
        assertThat(recorder.texts().subList(1, recorder.count()))
                .containsExactly(
                        "SELECT \"t0\".\"id\", \"t0\".\"name\", \"t0\".\"budget\", \"t0\".\"owner_id\","
                                + " \"t0\".\"closed_at\", \"t0_1\".\"person_id\" FROM \"teams\" AS \"t0\""
                                + " JOIN \"memberships\" AS \"t0_1\" ON \"t0\".\"id\" = \"t0_1\".\"team_id\""
                                + " WHERE \"t0_1\".\"person_id\" = ANY($1) AND \"t0_1\".\"left_at\" IS NULL"
                                + " AND \"t0\".\"closed_at\" IS NULL"
                                + " ORDER BY \"t0\".\"name\" DESC, \"t0\".\"id\" DESC LIMIT 1000001",
                        "SELECT \"t0\".\"id\", \"t0\".\"word\", \"t0_p\".\"k0\""
                                + " FROM (SELECT DISTINCT \"t1_1\".\"person_id\" AS \"k0\", \"t1_1\".\"tag_id\""
                                + " AS \"l0\""
                                + " FROM \"person_tag\" AS \"t1_1\" WHERE \"t1_1\".\"person_id\" = ANY($1)) AS \"t0_p\""
                                + " JOIN \"tags\" AS \"t0\" ON \"t0\".\"id\" = \"t0_p\".\"l0\""
                                + " WHERE \"t0\".\"word\" > $2 ORDER BY \"t0\".\"word\" DESC, \"t0\".\"id\" DESC"
                                + " LIMIT 1000001");
    }

    @Test
    void relationsAreJoinedToTheRelatedRowsOfBothForms() {
        List<Person> pairs =
                read(people().preload(Person_.TEAMS, teams -> teams.preload(Team_.OWNER, owner -> owner.joined()))
                        .loading(LoadMode.FORBID));
        List<Person> joined = read(people().preload(
                        Person_.TEAMS,
                        teams -> teams.where(Team_.BUDGET.gt(0)).preload(Team_.OWNER, owner -> owner.joined()))
                .preload(
                        Person_.INVOICES,
                        invoices -> invoices.preload(Invoice_.PURCHASES, purchases -> purchases.limitEach(1)))
                .loading(LoadMode.FORBID));

        for (List<Person> all : List.of(pairs, joined)) {
            assertThat(all)
                    .map(person -> person.teams()
                            .concatMap(Team::owner)
                            .map(Person::name)
                            .collectList()
                            .block())
                    .isEqualTo(List.of(List.of("bob", "bob"), List.of("bob", "bob"), List.of()));
        }
        assertThat(joined.get(0)
                        .invoices()
                        .concatMap(Invoice::purchases)
                        .map(Purchase::id)
                        .collectList()
                        .block())
                .containsExactly(1L, 3L);
        assertThat(recorder.count()).isEqualTo(3 + 4);
    }

    @Test
    void deletedRowsOfEachStepAreLeftOutUnlessTheStepIsNamed() {
        assertThat(lists(read(people().preload(Person_.TEAMS.withDeletedPivots())), Person::teams, Team::name)
                        .get(0))
                .containsExactly("core", "docs", "web");
        assertThat(lists(read(people().preload(Person_.TEAMS, teams -> teams.withDeleted())), Person::teams, Team::name)
                        .get(0))
                .containsExactly("core", "docs", "old");
        assertThat(lists(
                                read(people().preload(Person_.INVOICES.withDeleted(Person_.PURCHASES))),
                                Person::invoices,
                                Invoice::id)
                        .get(0))
                .containsExactly(1L, 2L, 3L);
        assertThat(lists(
                                read(people().preload(Person_.BOSSES.withDeleted(Person_.MEMBERSHIPS))),
                                Person::bosses,
                                Person::name)
                        .get(0))
                .containsExactly("bob", "cid");
    }

    @Test
    void conditionsOnThePivotAreAboutThePivotOfTheEntity() {
        List<Person> owners = read(people().preload(
                        Person_.TEAMS, teams -> teams.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))));
        List<Person> either = read(people().preload(
                        Person_.TEAMS,
                        teams -> teams.where(
                                Person_.TEAMS.pivot(Membership_.POINTS.eq(1)).or(Team_.NAME.eq("docs")))));
        assertThat(recorder.texts().get(1))
                .endsWith(" WHERE \"person_id\" = ANY($1) AND \"left_at\" IS NULL AND \"role\" = $2 LIMIT 1000001");
        assertThat(recorder.count()).isEqualTo(5);
        List<Person> limited = read(people().preload(
                        Person_.TEAMS,
                        teams -> teams.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))
                                .limitEach(1)));

        assertThat(lists(owners, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("core"), List.of("docs"), List.of()));
        assertThat(lists(either, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("core", "docs"), List.of("docs"), List.of()));
        assertThat(lists(limited, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("core"), List.of("docs"), List.of()));
    }

    @Test
    void aRelationToTheSameEntityIsNestedInBothDirections() {
        List<Person> people = read(people().preload(
                        Person_.FOLLOWERS,
                        followers ->
                                followers.preload(Person_.FOLLOWING, following -> following.preload(Person_.FOLLOWERS)))
                .loading(LoadMode.FORBID));

        assertThat(lists(people, Person::followers, Person::name))
                .isEqualTo(List.of(List.of("bob"), List.of("ann"), List.of("bob")));
        Person bob = people.get(0).followers().blockFirst();
        assertThat(bob).isSameAs(people.get(2).followers().blockFirst());
        assertThat(bob.following().map(Person::name).collectList().block()).containsExactly("ann", "cid");
        assertThat(bob.following()
                        .blockLast()
                        .followers()
                        .map(Person::name)
                        .collectList()
                        .block())
                .containsExactly("bob");
    }

    @Test
    void locksAreForTheRelatedRowsOnly() {
        List<Person> people = mapper.transactional(people().preload(Person_.TEAMS, teams -> teams.forUpdate())
                        .preload(Person_.TAGS, tags -> tags.forUpdate())
                        .preload(
                                Person_.INVOICES,
                                invoices -> invoices.forUpdate().limitEach(1))
                        .all()
                        .collectList())
                .block();

        assertThat(people).hasSize(3);
        assertThat(recorder.texts())
                .filteredOn(text -> text.contains(" FOR UPDATE OF \"t"))
                .hasSize(3);
    }

    private EntitySelect<Person> people() {
        return mapper.from(Person.class).orderBy(Person_.ID.asc());
    }

    private static List<Person> read(EntitySelect<Person> query) {
        return query.all().collectList().block();
    }

    private static <R, T> List<List<T>> lists(
            List<Person> people, Function<Person, Flux<R>> relation, Function<R, T> value) {
        return people.stream()
                .map(person -> relation.apply(person).map(value).collectList().block())
                .toList();
    }
}
