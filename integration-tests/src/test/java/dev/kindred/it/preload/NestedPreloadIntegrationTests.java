package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Avatar;
import dev.kindred.it.entity.Avatar_;
import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.Employee_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NestedPreloadIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void threeLevelsTakeOneStatementEachAndBringTheRightRows() {
        database.postgres().execute(Schema.users(5));
        database.postgres().execute("""
                update profiles set user_id = 6 - id;
                update avatars set profile_id = 1 + id % 5;
                """);

        List<User> users = mapper.from(User.class)
                .preload(
                        User_.PROFILE,
                        profile -> profile.preload(Profile_.AVATAR, avatar -> avatar.preload(Avatar_.PROFILE)))
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"email\" FROM \"users\" ORDER BY \"id\" ASC",
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1) ORDER BY \"id\" ASC",
                        "SELECT \"id\", \"profile_id\", \"url\" FROM \"avatars\" WHERE \"profile_id\" = ANY($1)"
                                + " ORDER BY \"id\" ASC",
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"id\" = ANY($1)");
        assertThat(users).hasSize(5).allSatisfy(user -> {
            Profile profile = Relations.stateOf(user.profile()).getOrNull();
            assertThat(profile.id()).isEqualTo(6 - user.id());
            Avatar avatar = Relations.stateOf(profile.avatar()).getOrNull();
            assertThat(1 + avatar.id() % 5).isEqualTo(profile.id());
            assertThat(Relations.stateOf(avatar.profile()).getOrNull().id()).isEqualTo(profile.id());
        });
    }

    @Test
    void aSelfRelationThreeLevelsDeepTakesOneStatementALevel() {
        employees();

        List<Employee> employees = mapper.from(Employee.class)
                .preload(
                        Employee_.MANAGER,
                        manager -> manager.preload(Employee_.MANAGER, second -> second.preload(Employee_.MANAGER)))
                .orderBy(Employee_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.executions()).map(execution -> execution.rows()).containsExactly(6L, 4L, 3L, 2L);
        assertThat(employees)
                .map(NestedPreloadIntegrationTests::chain)
                .containsExactly("1", "2-1", "3-2-1", "4-3-2-1", "5-4-3-2", "6-2-1");
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void whereALevelHasNoRowsTheNextSendsNoStatement() {
        database.postgres().execute(Schema.users(2));
        database.postgres().execute("truncate profiles cascade");

        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .all()
                .collectList()
                .block();

        assertThat(users)
                .hasSize(2)
                .allSatisfy(
                        user -> assertThat(Relations.stateOf(user.profile())).isInstanceOf(RelationState.Empty.class));
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void conditionsHoldOnEachLevelOfTheirOwn() {
        database.postgres().execute(Schema.users(3));

        List<User> users = mapper.from(User.class)
                .preload(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.NAME.ne("name 1"))
                                .preload(Profile_.AVATAR, avatar -> avatar.where(Avatar_.URL.endsWith("3"))))
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(users)
                .map(user -> user.profile().map(Profile::id).blockOptional().orElse(null))
                .containsExactly(null, 2L, 3L);
        assertThat(users)
                .map(user -> user.profile()
                        .flatMap(Profile::avatar)
                        .map(Avatar::id)
                        .blockOptional()
                        .orElse(null))
                .containsExactly(null, null, 3L);
        assertThat(recorder.executions()).map(execution -> execution.rows()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void theOwnerOfManyChildrenIsReadOnceAndIsTheSameInstanceForAll() {
        manyChildren();

        List<Profile> profiles = mapper.from(Profile.class)
                .preload(Profile_.USER)
                .orderBy(Profile_.ID.asc())
                .all()
                .collectList()
                .block();

        assertOneInstanceEach(profiles);
        assertThat(recorder.executions()).map(execution -> execution.rows()).containsExactly(6L, 2L);
    }

    @Test
    void theOwnerOfManyChildrenIsTheSameInstanceForAllWhenItIsLoadedLater() {
        manyChildren();

        List<Profile> profiles = mapper.from(Profile.class)
                .orderBy(Profile_.ID.asc())
                .all()
                .collectList()
                .block();

        assertOneInstanceEach(profiles);
        assertThat(recorder.executions()).map(execution -> execution.rows()).containsExactly(6L, 2L);
    }

    @Test
    void relationsOfASharedOwnerAreLoadedOnce() {
        manyChildren();

        List<Profile> profiles = mapper.from(Profile.class)
                .preload(Profile_.USER, user -> user.preload(User_.PROFILE))
                .orderBy(Profile_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(profiles)
                .map(profile -> profile.user().flatMap(User::profile).block().id())
                .containsExactly(1L, 1L, 1L, 1L, 1L, 6L);
        assertThat(recorder.executions().get(2).rows()).isEqualTo(6);
        assertThat(recorder.count()).isEqualTo(3);
    }

    private static void assertOneInstanceEach(List<Profile> profiles) {
        User first = profiles.get(0).user().block();
        assertThat(profiles.subList(0, 5))
                .allSatisfy(profile -> assertThat(profile.user().block()).isSameAs(first));
        assertThat(profiles.get(5).user().block().id()).isEqualTo(2);
    }

    private static String chain(Employee employee) {
        Employee manager = Relations.stateOf(employee.manager()).getOrNull();
        return manager == null ? "" + employee.id() : employee.id() + "-" + chain(manager);
    }

    private static void manyChildren() {
        database.postgres().execute("""
                insert into users (email) values ('a@example.org'), ('b@example.org');
                insert into profiles (user_id, name) values (1, 'a'), (1, 'b'), (1, 'c'), (1, 'd'), (1, 'e'), (2, 'f');
                """);
    }

    private static void employees() {
        database.postgres().execute("""
                insert into employees values
                    (1, 'a', null), (2, 'b', 1), (3, 'c', 2), (4, 'd', 3), (5, 'e', 4), (6, 'f', 2);
                """);
    }
}
