package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Aggregated;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Paths with a step to one of many rows, on a pool of one connection. */
class LatestStepsIntegrationTests {

    private static final Pattern VISITED = Pattern.compile("on purchases .*rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)");

    /** 500 people with 20 purchases each, on one of 50 invoices. A quarter of them is in the team core. */
    private static final String MANY = """
            insert into people (name) select 'p' || n from generate_series(4, 500) n;
            insert into invoices select n, n from generate_series(4, 50) n;
            insert into purchases select 100 * p + n, p, 4 + (p + n) % 47, n, null
                from generate_series(4, 500) p, generate_series(1, 20) n;
            insert into memberships select p, 1, 'member', 0, null from generate_series(4, 500, 4) p;
            create index latest on purchases (person_id, day desc, id desc);
            analyze people; analyze purchases; analyze memberships; analyze invoices; analyze teams;
            """;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore("drop index if exists latest", Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private static <T> List<T> all(Flux<T> rows) {
        return rows.collectList().block();
    }

    @Test
    void thePathEndsOrContinuesAtTheFirstRowOfEachKey() {
        List<Team> teams = all(mapper.from(Team.class)
                .orderBy(Team_.ID.asc())
                .preload(Team_.LAST_PURCHASES, Team_.LAST_INVOICES)
                .loading(LoadMode.FORBID)
                .all());

        assertThat(teams)
                .map(team -> all(team.lastPurchases().map(Purchase::id)))
                .isEqualTo(List.of(List.of(3L, 6L), List.of(3L, 6L), List.of()));
        assertThat(teams)
                .map(team -> all(team.lastInvoices().map(Invoice::id)))
                .isEqualTo(List.of(List.of(2L), List.of(2L), List.of()));
        assertThat(recorder.count()).isEqualTo(3);
        for (Team team : teams) {
            assertThat(all(mapper.related(team, Team_.LAST_PURCHASES)
                            .query()
                            .all()
                            .map(Purchase::id)))
                    .isEqualTo(all(team.lastPurchases().map(Purchase::id)));
            assertThat(all(mapper.related(team, Team_.LAST_INVOICES)
                            .query()
                            .all()
                            .map(Invoice::id)))
                    .isEqualTo(all(team.lastInvoices().map(Invoice::id)));
        }
    }

    @Test
    void conditionsAreAboutTheFirstRowAndDoNotChangeIt() {
        assertThat(all(mapper.from(Team.class)
                        .whereHas(Team_.LAST_PURCHASES, it -> it.where(Purchase_.DAY.eq(2)))
                        .all()))
                .isEmpty();
        assertThat(all(mapper.from(Team.class)
                        .whereHas(Team_.LAST_PURCHASES, it -> it.where(Purchase_.DAY.eq(3)))
                        .orderBy(Team_.ID.asc())
                        .all()
                        .map(Team::name)))
                .containsExactly("core", "docs");
        assertThat(all(mapper.from(Team.class)
                        .orderBy(Team_.ID.asc())
                        .with(Team_.LAST_PURCHASES.count())
                        .all()
                        .map(each -> each.get(Team_.LAST_PURCHASES.count()))))
                .containsExactly(2L, 2L, 0L);
        Purchase earlier = mapper.get(Purchase.class, 2L).block();
        Purchase last = mapper.get(Purchase.class, 3L).block();
        assertThat(mapper.from(Team.class)
                        .whereRelated(Team_.LAST_PURCHASES, earlier)
                        .count()
                        .block())
                .isZero();
        assertThat(mapper.from(Team.class)
                        .whereRelated(Team_.LAST_PURCHASES, last)
                        .count()
                        .block())
                .isEqualTo(2);
        assertThat(all(mapper.related(mapper.get(Team.class, 1L).block(), Team_.LAST_PURCHASES)
                        .query()
                        .where(Purchase_.DAY.lt(3))
                        .all()
                        .map(Purchase::id)))
                .containsExactly(6L);
    }

    @Test
    void limitsAndDeletedRowsOfAStepHold() {
        List<Team> teams = all(mapper.from(Team.class)
                .orderBy(Team_.ID.asc())
                .preload(
                        Team_.LAST_PURCHASES,
                        purchases -> purchases.orderBy(Purchase_.DAY.asc()).limitEach(1))
                .preload(Team_.LAST_INVOICES.withDeleted(Person_.LATEST), invoices -> invoices.limitEach(5))
                .loading(LoadMode.FORBID)
                .all());

        assertThat(all(teams.get(0).lastPurchases().map(Purchase::id))).containsExactly(6L);
        assertThat(all(teams.get(0).lastInvoices().map(Invoice::id))).containsExactly(2L, 3L);
    }

    @Test
    void theServerVisitsRowsOfTheKeysOnly() {
        database.postgres().execute(MANY);
        Person person = mapper.get(Person.class, 7L).block();

        assertThat(visitedBy(
                        () -> all(mapper.related(person, Person_.LATEST_INVOICES)
                                .query()
                                .all()),
                        7))
                .isLessThanOrEqualTo(21);
        assertThat(visitedBy(() -> all(person.latestInvoices()), 7)).isLessThanOrEqualTo(21);
        assertThat(visitedBy(
                        () -> all(mapper.from(Person.class)
                                .where(Person_.ID.eq(7L))
                                .has(Person_.LATEST_INVOICES)
                                .all()),
                        7))
                .isLessThanOrEqualTo(1);
        assertThat(visitedBy(
                        () -> all(mapper.from(Person.class)
                                .where(Person_.ID.eq(7L))
                                .with(Person_.LATEST_INVOICES.count())
                                .all()
                                .map(Aggregated::entity)),
                        7))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aStepAfterOthersVisitsOneRowOfEachKey() {
        database.postgres().execute(MANY);
        int members = 2 + 125;
        Team core = mapper.get(Team.class, 1L).block();

        for (Function<Team, Flux<?>> read : List.<Function<Team, Flux<?>>>of(
                Team::lastPurchases,
                Team::lastInvoices,
                team -> mapper.related(team, Team_.LAST_INVOICES).query().all())) {
            assertThat(visitedBy(() -> all(read.apply(core)), 1)).isBetween((long) members, 2L * members + 2);
        }
        assertThat(visitedBy(
                        () -> all(mapper.from(Team.class)
                                .where(Team_.ID.eq(1L))
                                .with(Team_.LAST_PURCHASES.count())
                                .all()
                                .map(Aggregated::entity)),
                        1))
                .isBetween((long) members, 2L * members + 2);
    }

    /** Returns how many rows of the purchases the server visits for the statement of {@code read}. */
    private long visitedBy(Runnable read, long key) {
        recorder.clear();
        read.run();
        assertThat(recorder.count()).isEqualTo(1);
        String statement = recorder.texts()
                .get(0)
                .replace("ANY($1)", "ANY(array[" + key + "])")
                .replace("$1", "" + key)
                .replace("$2", "1000");
        List<String> plan = new ArrayList<>();
        database.postgres()
                .query("explain (analyze, costs off, timing off, summary off) " + statement)
                .forEach(row -> plan.add(String.valueOf(row.get("QUERY PLAN"))));
        long visited = 0;
        for (String line : plan) {
            Matcher scan = VISITED.matcher(line);
            if (scan.find()) {
                visited += Long.parseLong(scan.group(1)) * Long.parseLong(scan.group(2));
            }
        }
        assertThat(visited).as(String.join("\n", plan)).isPositive();
        return visited;
    }
}
