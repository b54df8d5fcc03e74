package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.Employee_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Match;
import dev.kindred.it.entity.Match_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.Team;
import dev.kindred.it.entity.Team_;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadingSeveralRelationsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES, KeySchema.TABLES).resetBefore(Schema.EMPTY, KeySchema.EMPTY, """
                insert into teams values (1, 'reds'), (2, 'blues'), (3, 'greens');
                insert into matches values (10, 1, 2), (20, 2, 3), (30, 3, 1), (40, 1, null);
                insert into employees values (1, 'chief', null), (2, 'deputy', 1), (3, 'clerk', 2);
                """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void entitiesThatReferToEachOtherAreFollowedThereAndBack() {
        database.postgres().execute(Schema.users(2));

        User same = mapper.find(User.class, 2L)
                .flatMap(User::profile)
                .flatMap(Profile::user)
                .block();

        assertThat(same.email()).isEqualTo("user2@example.org");
        // the inverse relation is loaded
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void eachOfTwoRelationsToOneTargetUsesItsOwnForeignKey() {
        Match match = mapper.find(Match.class, 20L).block();
        assertThat(match.home().block().name()).isEqualTo("blues");
        assertThat(match.away().block().name()).isEqualTo("greens");

        Team team = mapper.find(Team.class, 3L).block();
        assertThat(team.homeMatch().block().id()).isEqualTo(30);
        assertThat(team.awayMatch().block().id()).isEqualTo(20);
        assertThat(mapper.related(team, Team_.HOME_MATCH).find().block().id()).isEqualTo(30);
        assertThat(mapper.related(team, Team_.AWAY_MATCH).find().block().id()).isEqualTo(20);
    }

    @Test
    void oneOfTwoRelationsToOneTargetIsPreloadedAlone() {
        List<Match> matches = mapper.from(Match.class)
                .preload(Match_.AWAY)
                .orderBy(Match_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(matches)
                .map(match -> Relations.stateOf(match.home()).isLoaded())
                .containsOnly(false);
        assertThat(matches)
                .map(match -> Relations.stateOf(match.away()).getOrNull())
                .map(team -> team == null ? null : team.name())
                .containsExactly("blues", "greens", "reds", null);
    }

    @Test
    void twoRelationsToOneTargetArePreloadedTogether() {
        List<Match> matches = mapper.from(Match.class)
                .preload(Match_.HOME)
                .preload(Match_.AWAY)
                .orderBy(Match_.ID.asc())
                .all()
                .collectList()
                .block();
        List<Team> teams = mapper.from(Team.class)
                .preload(Team_.HOME_MATCH)
                .preload(Team_.AWAY_MATCH)
                .orderBy(Team_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(6);
        assertThat(matches)
                .map(match -> match.home().block().name())
                .containsExactly("reds", "blues", "greens", "reds");
        assertThat(matches.get(3).away().blockOptional()).isEmpty();
        assertThat(teams).map(team -> team.homeMatch().block().id()).containsExactly(10L, 20L, 30L);
        assertThat(teams).map(team -> team.awayMatch().block().id()).containsExactly(30L, 10L, 20L);
        assertThat(recorder.count()).isEqualTo(6);
    }

    @Test
    void aSelfRelationIsReadInBothDirections() {
        Employee deputy = mapper.find(Employee.class, 2).block();

        assertThat(deputy.manager().block().name()).isEqualTo("chief");
        assertThat(deputy.report().block().name()).isEqualTo("clerk");
        assertThat(mapper.related(deputy, Employee_.MANAGER).find().block().name())
                .isEqualTo("chief");
        assertThat(mapper.related(deputy, Employee_.REPORT).find().block().name())
                .isEqualTo("clerk");
    }

    @Test
    void aSelfRelationIsPreloadedInBothDirections() {
        List<Employee> employees = mapper.from(Employee.class)
                .preload(Employee_.MANAGER)
                .preload(Employee_.REPORT)
                .orderBy(Employee_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"name\", \"manager_id\" FROM \"employees\" ORDER BY \"id\" ASC",
                        "SELECT \"id\", \"name\", \"manager_id\" FROM \"employees\" WHERE \"id\" = ANY($1)",
                        "SELECT \"id\", \"name\", \"manager_id\" FROM \"employees\" WHERE \"manager_id\" ="
                                + " ANY($1) ORDER BY \"id\" ASC");
        assertThat(Relations.stateOf(employees.get(0).manager())).isInstanceOf(RelationState.Empty.class);
        assertThat(employees.get(1).manager().block().name()).isEqualTo("chief");
        assertThat(employees.get(1).report().block().name()).isEqualTo("clerk");
        assertThat(Relations.stateOf(employees.get(2).report())).isInstanceOf(RelationState.Empty.class);
    }
}
