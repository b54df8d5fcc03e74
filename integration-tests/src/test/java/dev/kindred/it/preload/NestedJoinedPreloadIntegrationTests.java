package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Avatar;
import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.Employee_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several joined preloads in one query. */
class NestedJoinedPreloadIntegrationTests {

    private static final String BY_ID = " ORDER BY \"t0\".\"id\" ASC";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private EntitySelect<User> users() {
        return mapper.from(User.class).orderBy(User_.ID.asc());
    }

    private EntitySelect<Profile> profiles() {
        return mapper.from(Profile.class).orderBy(Profile_.ID.asc());
    }

    private static <E> List<E> read(EntitySelect<E> query) {
        return query.all().collectList().block();
    }

    @Test
    void nestedJoinsAreOneStatementAndNestedPreloadsOneMoreEach() {
        database.postgres().execute(Schema.users(3));

        List<String> joined = read(users().preload(
                                User_.PROFILE,
                                profile -> profile.preload(Profile_.AVATAR, avatar -> avatar.joined())
                                        .joined()))
                .stream()
                .map(JoinedProfiles::profileOf)
                .toList();
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(recorder.texts().get(0))
                .contains(
                        "\"j1\".\"locale\", \"j2\".\"id\", \"j2\".\"profile_id\", \"j2\".\"url\" FROM",
                        "WHERE \"j2\".\"profile_id\" = \"j1\".\"id\" ORDER BY \"j2\".\"id\" ASC LIMIT 1) AS"
                                + " \"j2\" ON true");
        recorder.clear();

        List<String> below =
                read(users().preload(
                                        User_.PROFILE,
                                        profile ->
                                                profile.preload(Profile_.AVATAR).joined()))
                        .stream()
                        .map(JoinedProfiles::profileOf)
                        .toList();
        assertThat(recorder.count()).isEqualTo(2);
        recorder.clear();

        List<String> above = read(users().preload(
                                User_.PROFILE, profile -> profile.preload(Profile_.AVATAR, avatar -> avatar.joined())))
                .stream()
                .map(JoinedProfiles::profileOf)
                .toList();
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(joined)
                .hasSize(3)
                .allMatch(line -> line.contains("example.org/"))
                .isEqualTo(below);
        assertThat(joined).isEqualTo(above);
    }

    @Test
    void twoJoinsOfOneEntityStandBesideEachOther() {
        database.postgres().execute(Schema.users(2));
        database.postgres().execute("update profiles set user_id = null where id = 2");

        List<Profile> profiles = read(profiles()
                .preload(Profile_.USER, user -> user.preload(User_.PROFILE).joined())
                .preload(Profile_.AVATAR, avatar -> avatar.joined()));

        assertThat(profiles)
                .map(profile -> profile.user().map(User::email).blockOptional().orElse("nobody"))
                .containsExactly("user1@example.org", "nobody");
        assertThat(profiles)
                .map(profile -> profile.avatar().map(Avatar::url).block())
                .containsExactly("https://example.org/1", "https://example.org/2");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(recorder.texts().get(1)).contains("\"user_id\" = $1");
    }

    @Test
    void aSelfRelationIsJoinedToItself() {
        database.postgres()
                .execute("insert into employees values (1, 'a', null), (2, 'b', 1), (3, 'c', 2), (4, 'd', 2)");

        List<Employee> employees = mapper.from(Employee.class)
                .orderBy(Employee_.ID.asc())
                .preload(
                        Employee_.MANAGER,
                        manager -> manager.preload(Employee_.MANAGER, PreloadQuery::joined)
                                .joined())
                .preload(Employee_.REPORT, report -> report.joined())
                .all()
                .collectList()
                .block();

        assertThat(employees)
                .map(NestedJoinedPreloadIntegrationTests::chain)
                .containsExactly("1", "2-1", "3-2-1", "4-2-1");
        assertThat(employees)
                .map(each -> each.report().map(Employee::id).blockOptional().orElse(0))
                .containsExactly(2, 3, 0, 0);
        assertThat(recorder.texts())
                .containsExactly("SELECT \"t0\".\"id\", \"t0\".\"name\", \"t0\".\"manager_id\", \"j1\".\"id\","
                        + " \"j1\".\"name\", \"j1\".\"manager_id\", \"j2\".\"id\", \"j2\".\"name\","
                        + " \"j2\".\"manager_id\","
                        + " \"j3\".\"id\", \"j3\".\"name\", \"j3\".\"manager_id\" FROM \"employees\" AS \"t0\""
                        + " LEFT JOIN \"employees\" AS \"j1\" ON \"j1\".\"id\" = \"t0\".\"manager_id\""
                        + " LEFT JOIN \"employees\" AS \"j2\" ON \"j2\".\"id\" = \"j1\".\"manager_id\""
                        + " LEFT JOIN LATERAL (SELECT \"j3\".\"id\", \"j3\".\"name\", \"j3\".\"manager_id\" FROM"
                        + " \"employees\" AS \"j3\" WHERE \"j3\".\"manager_id\" = \"t0\".\"id\" ORDER BY"
                        + " \"j3\".\"id\" ASC"
                        + " LIMIT 1) AS \"j3\" ON true" + BY_ID);
    }

    private static String chain(Employee employee) {
        Employee manager = Relations.stateOf(employee.manager()).getOrNull();
        return manager == null ? "" + employee.id() : employee.id() + "-" + chain(manager);
    }
}
