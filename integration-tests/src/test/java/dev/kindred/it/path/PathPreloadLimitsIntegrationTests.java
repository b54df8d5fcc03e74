package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.PreloadLimitException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Limited and large preloads of many-to-many relations and of paths, on a pool of one connection. */
class PathPreloadLimitsIntegrationTests {

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
    void limitEachReadsTheFirstRowsOfEachEntity() {
        List<Person> people = read(people().preload(Person_.TEAMS, teams -> teams.limitEach(2))
                .preload(Person_.TAGS, tags -> tags.limitEach(1))
                .preload(
                        Person_.INVOICES,
                        invoices -> invoices.orderBy(Invoice_.TOTAL.desc()).limitEach(1)));

        assertThat(lists(people, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("core", "docs"), List.of("core", "docs"), List.of()));
        assertThat(people)
                .map(person -> Relations.stateOf(person.teams()).hasMore())
                .containsExactly(false, false, false);
        assertThat(lists(people, Person::tags, Tag::word)).isEqualTo(List.of(List.of("c"), List.of("c"), List.of()));
        assertThat(people)
                .map(person -> Relations.stateOf(person.tags()).hasMore())
                .containsExactly(true, false, false);
        assertThat(lists(people, Person::invoices, Invoice::id))
                .isEqualTo(List.of(List.of(2L), List.of(2L), List.of()));
        assertThat(people)
                .map(person -> Relations.stateOf(person.invoices()).hasMore())
                .containsExactly(true, false, false);
        assertThat(recorder.count()).isEqualTo(4);
        assertThat(recorder.texts().get(1))
                .endsWith(" FROM unnest($1) AS \"k\" (\"c0\") CROSS JOIN LATERAL (SELECT \"t1\".*,"
                        + " \"t1_1\".\"person_id\" AS \"k.0\" FROM \"teams\" AS \"t1\""
                        + " JOIN \"memberships\" AS \"t1_1\" ON \"t1\".\"id\" = \"t1_1\".\"team_id\""
                        + " WHERE \"t1_1\".\"person_id\" = \"k\".\"c0\" AND \"t1_1\".\"left_at\" IS NULL"
                        + " AND \"t1\".\"closed_at\" IS NULL ORDER BY \"t1\".\"id\" ASC LIMIT 3) AS \"t0\""
                        + " ORDER BY \"t0\".\"id\" ASC");
    }

    /** The parameter of the order is in the statement twice if DISTINCT ON repeats the order. */
    @Test
    void theOrderOfLimitedPairsMayHaveAParameter() {
        List<Person> unlimited = read(people().preload(
                        Person_.TAGS,
                        tags -> tags.orderBy(
                                Tag_.PEOPLE
                                        .count(found -> found.where(Person_.ID.gt(1L)))
                                        .desc(),
                                Tag_.ID.desc())));
        List<Person> limited = read(people().preload(
                        Person_.TAGS,
                        tags -> tags.orderBy(
                                        Tag_.PEOPLE
                                                .count(found -> found.where(Person_.ID.gt(1L)))
                                                .desc(),
                                        Tag_.ID.desc())
                                .limitEach(1)));

        assertThat(lists(limited, Person::tags, Tag::id))
                .isEqualTo(lists(unlimited, Person::tags, Tag::id).stream()
                        .map(ids -> ids.subList(0, Math.min(1, ids.size())))
                        .toList());
    }

    @Test
    void theServerVisitsOnlyTheFirstPairsOfEachEntity() {
        database.postgres()
                .execute("insert into people (name) select 'p' || n from generate_series(4, 300) n;"
                        + " insert into teams (name, budget) select 't' || n, n from generate_series(5, 200) n;"
                        + " insert into memberships select p, t, 'member', 0"
                        + " from generate_series(4, 300) p, generate_series(1, 200) t where t <> 4;"
                        + " insert into tags select n, 't' || n from generate_series(4, 200) n;"
                        + " insert into person_tag select p, t from generate_series(4, 300) p,"
                        + " generate_series(4, 200) t;"
                        + " analyze people; analyze teams; analyze memberships; analyze tags; analyze person_tag");
        read(people().limit(2)
                .preload(Person_.TEAMS, teams -> teams.limitEach(3))
                .preload(Person_.TAGS, tags -> tags.orderBy(Tag_.ID.asc()).limitEach(3)));

        for (String table : List.of("memberships", "person_tag")) {
            String statement = recorder.texts().stream()
                    .filter(text -> text.contains("\"" + table + "\""))
                    .findFirst()
                    .orElseThrow()
                    .replace("$1", "(select array_agg(id) from people)");
            List<String> plan =
                    database
                            .postgres()
                            .query("explain (analyze, costs off, timing off, summary off) " + statement)
                            .stream()
                            .map(row -> String.valueOf(row.get("QUERY PLAN")))
                            .toList();
            assertThat(plan)
                    .as(table)
                    .filteredOn(line -> line.contains("on " + table + " "))
                    .singleElement()
                    .asString()
                    .contains("Scan")
                    .containsPattern("rows=[345](\\.\\d+)? loops=300");
        }
    }

    @Test
    void aRowThatThousandsShareIsOneInstanceOnBothPaths() {
        database.postgres()
                .execute("insert into people (name) select 'p' || n from generate_series(4, 10000) n;"
                        + " insert into memberships select n, 1, 'member', 0 from generate_series(4, 10000) n");

        List<Person> pairs = read(people().preload(Person_.TEAMS));
        List<Person> joined = read(people().preload(Person_.TEAMS, teams -> teams.where(Team_.BUDGET.gt(0))));

        for (List<Person> all : List.of(pairs, joined)) {
            Team core = all.get(0).teams().blockFirst();
            assertThat(all.subList(3, 10_000))
                    .allSatisfy(person -> assertThat(
                                    Relations.stateOf(person.teams()).getOrNull())
                            .singleElement()
                            .isSameAs(core));
        }
        assertThat(recorder.count()).isEqualTo(3 + 2);
    }

    @Test
    void aPreloadWithMoreRowsThanTheLimitIsAnError() {
        ReactiveMapper small =
                ReactiveMapper.builder(database.newPool(1)).preloadRows(3).build();

        assertThatThrownBy(() ->
                        small.from(Person.class).preload(Person_.TEAMS).all().blockLast())
                .isInstanceOf(PreloadLimitException.class)
                .hasMessageContaining("Person.teams");
        assertThat(small.from(Person.class).preload(Person_.TAGS).all().count().block())
                .isEqualTo(3);
    }

    @Test
    void aListThatDoesNotFitIsReadAlone() {
        ReactiveMapper small = ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .siblingRows(2)
                .build();
        List<Person> people = small.from(Person.class)
                .orderBy(Person_.ID.asc())
                .all()
                .collectList()
                .block();

        for (int round = 0; round < 2; round++) {
            assertThat(lists(people, Person::teams, Team::name))
                    .isEqualTo(List.of(List.of("core", "docs"), List.of("core", "docs"), List.of()));
            assertThat(lists(people, Person::tags, Tag::word))
                    .isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
            assertThat(lists(people, Person::invoices, Invoice::id))
                    .isEqualTo(List.of(List.of(1L, 2L), List.of(2L), List.of()));
        }
        assertThat(Relations.stateOf(people.get(0).teams()).isLoaded()).isTrue();
        assertThat(recorder.texts()).anyMatch(text -> text.contains("WITH ORDINALITY") && text.contains("\"k.0\""));
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
