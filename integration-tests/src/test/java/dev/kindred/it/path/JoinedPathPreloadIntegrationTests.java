package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Aggregated;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PreloadManyQuery;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** Joined preloads of relations over a pivot, compared with the same preloads without a join, on a pool of one. */
class JoinedPathPreloadIntegrationTests {

    private static final Map<String, UnaryOperator<PreloadManyQuery<Team>>> TEAMS = Map.ofEntries(
            Map.entry("all", teams -> teams),
            Map.entry("a condition", teams -> teams.where(Team_.BUDGET.gt(10))),
            Map.entry(
                    "a condition on the pivot",
                    teams -> teams.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))),
            Map.entry(
                    "either of two conditions on the pivot",
                    teams -> teams.where(Person_.TEAMS
                            .pivot(Membership_.ROLE.eq("owner"))
                            .or(Person_.TEAMS.pivot(Membership_.POINTS.gt(10)).not()))),
            Map.entry(
                    "conditions on both",
                    teams -> teams.where(
                            Person_.TEAMS.pivot(Membership_.POINTS.eq(1)).or(Team_.NAME.eq("docs")))),
            Map.entry("an order", teams -> teams.orderBy(Team_.NAME.desc())),
            Map.entry("a limit", teams -> teams.limitEach(1)),
            Map.entry(
                    "a limit with all else",
                    teams -> teams.where(Person_.TEAMS.pivot(Membership_.POINTS.gt(0)))
                            .orderBy(Team_.BUDGET.desc())
                            .select(Team_.NAME, Team_.OWNER_ID)
                            .preload(Team_.OWNER, owner -> owner.joined())
                            .limitEach(1)),
            Map.entry("columns", teams -> teams.select(Team_.NAME)),
            Map.entry("deleted rows", teams -> teams.withDeleted()),
            Map.entry("only deleted rows", teams -> teams.onlyDeleted()),
            Map.entry("a lock", teams -> teams.forShare()),
            Map.entry("a nested preload", teams -> teams.preload(Team_.OWNER)),
            Map.entry("a nested join", teams -> teams.preload(Team_.OWNER, owner -> owner.joined())),
            Map.entry("a nested list", teams -> teams.preload(Team_.MEMBERS)),
            Map.entry(
                    "a nested joined list",
                    teams -> teams.preload(
                            Team_.MEMBERS, members -> members.joined().preload(Person_.TEAMS, of -> of.joined()))));

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

    static Stream<String> options() {
        return TEAMS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("options")
    void theResultIsEqualToThatOfTwoStatements(String option) {
        UnaryOperator<PreloadManyQuery<Team>> teams = TEAMS.get(option);
        List<Person> apart = read(people().preload(Person_.TEAMS, teams));
        int statements = recorder.count();

        List<Person> joined =
                read(people().preload(Person_.TEAMS, each -> teams.apply(each).joined()));
        List<Person> first = read(people().preload(Person_.TEAMS, each -> teams.apply(each.joined())));

        assertThat(described(joined)).isEqualTo(described(apart));
        assertThat(described(first)).isEqualTo(described(apart));
        assertThat(described(apart)).anySatisfy(text -> assertThat(text).contains("Team["));
        String pairs = "FROM \"memberships\" WHERE \"person_id\" = ANY($1)";
        boolean wasDecidedByPivot = recorder.texts().get(1).contains(pairs);
        assertThat(recorder.count()).isEqualTo(statements + 2 * (wasDecidedByPivot ? statements - 1 : statements));
        assertThat(recorder.texts().subList(statements, recorder.count())).noneMatch(text -> text.contains(pairs));
    }

    @Test
    void oneStatementReadsThePivotsAndTheRelatedRows() {
        List<Person> people = read(people().preload(Person_.TEAMS, teams -> teams.joined())
                .preload(Person_.TAGS, tags -> tags.joined())
                .loading(LoadMode.FORBID));

        assertThat(lists(people, Person::teams, Team::name))
                .isEqualTo(List.of(List.of("core", "docs"), List.of("core", "docs"), List.of()));
        assertThat(lists(people, Person::tags, Tag::word))
                .isEqualTo(List.of(List.of("c", "a"), List.of("c"), List.of()));
        assertThat(recorder.texts().subList(1, recorder.count()))
                .containsExactly(
                        "SELECT \"t0\".\"id\", \"t0\".\"name\", \"t0\".\"budget\", \"t0\".\"owner_id\","
                                + " \"t0\".\"closed_at\", \"t0_1\".\"person_id\" FROM \"teams\" AS \"t0\""
                                + " JOIN \"memberships\" AS \"t0_1\" ON \"t0\".\"id\" = \"t0_1\".\"team_id\""
                                + " WHERE \"t0_1\".\"person_id\" = ANY($1) AND \"t0_1\".\"left_at\" IS NULL"
                                + " AND \"t0\".\"closed_at\" IS NULL LIMIT 1000001",
                        "SELECT \"t0\".\"id\", \"t0\".\"word\", \"t0_p\".\"k0\""
                                + " FROM (SELECT DISTINCT \"t1_1\".\"person_id\" AS \"k0\", \"t1_1\".\"tag_id\""
                                + " AS \"l0\""
                                + " FROM \"person_tag\" AS \"t1_1\" WHERE \"t1_1\".\"person_id\" = ANY($1)) AS \"t0_p\""
                                + " JOIN \"tags\" AS \"t0\" ON \"t0\".\"id\" = \"t0_p\".\"l0\""
                                + " ORDER BY \"t0\".\"word\" DESC, \"t0\".\"id\" DESC LIMIT 1000001");
    }

    @Test
    void aSharedRowIsOneInstanceInAJoin() {
        database.postgres()
                .execute("insert into people (name) select 'p' || n from generate_series(4, 1000) n;"
                        + " insert into memberships select n, 1, 'member', 0 from generate_series(4, 1000) n");

        List<Person> people = read(people().preload(
                        Person_.TEAMS,
                        teams -> teams.joined()
                                .select(Team_.NAME, Team_.OWNER_ID)
                                .preload(Team_.OWNER)));

        Team core = people.get(0).teams().blockFirst();
        assertThat(people.subList(3, 1000))
                .hasSize(997)
                .allSatisfy(
                        person -> assertThat(Relations.stateOf(person.teams()).getOrNull())
                                .singleElement()
                                .isSameAs(core));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void entitiesAtHandAndStreamsAndAggregatesUseTheJoin() {
        List<Person> expected = read(people().preload(Person_.TEAMS));
        int before = recorder.count();
        List<Person> atHand = mapper.preload(read(people()), Person_.TEAMS, teams -> teams.joined())
                .collectList()
                .block();
        List<Person> ofPublisher = mapper.preload(people().all(), Person_.TEAMS, teams -> teams.joined())
                .collectList()
                .block();
        List<Person> streamed = people().preload(Person_.TEAMS, teams -> teams.joined()).stream(2)
                .collectList()
                .block();
        List<Person> aggregated = people().preload(Person_.TEAMS, teams -> teams.joined())
                .with(Person_.TEAMS.count())
                .all()
                .map(Aggregated::entity)
                .collectList()
                .block();
        List<Person> inTransaction = mapper.transactional(people().preload(Person_.TEAMS, teams -> teams.joined())
                        .all()
                        .collectList())
                .block();

        for (List<Person> each : List.of(atHand, ofPublisher, streamed, aggregated, inTransaction)) {
            assertThat(described(each)).isEqualTo(described(expected));
        }
        assertThat(recorder.texts().subList(before, recorder.count()))
                .filteredOn(text -> text.contains("\"memberships\"") && !text.contains("count("))
                .allMatch(text -> text.contains("JOIN \"memberships\""))
                .hasSize(6);
    }

    @Test
    void aListIsJoinedBelowAJoinedRow() {
        List<Team> teams = mapper.from(Team.class)
                .orderBy(Team_.ID.asc())
                .preload(
                        Team_.OWNER,
                        owner -> owner.joined().preload(Person_.FOLLOWING, following -> following.joined()))
                .loading(LoadMode.FORBID)
                .all()
                .collectList()
                .block();

        assertThat(teams.get(0)
                        .owner()
                        .flatMapMany(Person::following)
                        .map(Person::name)
                        .collectList()
                        .block())
                .containsExactly("ann", "cid");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aPathIsAlwaysJoinedAndAListOfTheForeignKeyNever() {
        List<Person> people = read(people().preload(Person_.INVOICES, invoices -> invoices.joined()));

        assertThat(lists(people, Person::invoices, Invoice::id))
                .isEqualTo(List.of(List.of(1L, 2L), List.of(2L), List.of()));
        assertThat(recorder.count()).isEqualTo(2);
        assertThatThrownBy(() -> people().preload(Person_.PURCHASES, purchases -> purchases.joined()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Person.purchases")
                .hasMessageContaining("Remove joined()");
        assertThatThrownBy(() -> mapper.preload(people, Person_.PURCHASES, purchases -> purchases.joined()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void ofTwoPreloadsWithEqualConditionsOneIsEnoughToJoin() {
        List<Person> people = read(people().preload(Person_.TEAMS, teams -> teams.joined())
                .preload(Person_.TEAMS, teams -> teams.preload(Team_.OWNER, owner -> owner.joined()))
                .loading(LoadMode.FORBID));

        assertThat(people.get(0).teams().blockFirst().owner().block().name()).isEqualTo("bob");
        assertThat(recorder.count()).isEqualTo(2);
    }

    private EntitySelect<Person> people() {
        return mapper.from(Person.class).orderBy(Person_.ID.asc());
    }

    private static List<Person> read(EntitySelect<Person> query) {
        return query.all().collectList().block();
    }

    /** The rows of each person with what is loaded below them. Equal numbers mark one instance. */
    private static List<String> described(List<Person> people) {
        List<Team> known = people.stream()
                .map(Person::teams)
                .flatMap(teams -> rows(teams).stream())
                .toList();
        return people.stream()
                .map(person -> person.name()
                        + rows(person.teams()).stream()
                                .map(team -> team + " is " + position(known, team) + " of " + owner(team) + " with "
                                        + members(team))
                                .toList()
                        + Relations.stateOf(person.teams()).hasMore())
                .toList();
    }

    @SuppressWarnings("ReferenceEquality") // which instance it is
    private static int position(List<Team> known, Team team) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i) == team) {
                return i;
            }
        }
        throw new AssertionError("an unknown team");
    }

    private static String owner(Team team) {
        Person owner = Relations.stateOf(team.owner()).getOrNull();
        return owner == null ? "none" : owner.name();
    }

    private static List<String> members(Team team) {
        return rows(team.members()).stream()
                .map(member -> member.name() + rows(member.teams()).size())
                .toList();
    }

    private static <R> List<R> rows(Flux<R> relation) {
        List<R> rows = Relations.stateOf(relation).getOrNull();
        return rows == null ? List.of() : rows;
    }

    private static <R, T> List<List<T>> lists(
            List<Person> people, Function<Person, Flux<R>> relation, Function<R, T> value) {
        return people.stream()
                .map(person -> relation.apply(person).map(value).collectList().block())
                .toList();
    }
}
