package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.RelationNotLoadedException;
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
import dev.kindred.query.Aggregated;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.spi.StatementExecution;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedPreloadIntegrationTests {

    private static final String USERS_AND_PROFILES = "SELECT \"t0\".\"id\", \"t0\".\"email\", \"j1\".\"id\","
            + " \"j1\".\"user_id\", \"j1\".\"name\", \"j1\".\"telephone\", \"j1\".\"locale\" FROM \"users\" AS \"t0\""
            + " LEFT JOIN LATERAL (SELECT \"j1\".\"id\", \"j1\".\"user_id\", \"j1\".\"name\", \"j1\".\"telephone\","
            + " \"j1\".\"locale\" FROM \"profiles\" AS \"j1\" WHERE \"j1\".\"user_id\" = \"t0\".\"id\"";
    private static final String FIRST = " ORDER BY \"j1\".\"id\" ASC LIMIT 1) AS \"j1\" ON true";
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

    /** Returns the loaded state of a relation, including nested relations. */
    private static String profileOf(User user) {
        Profile profile = Relations.stateOf(user.profile()).getOrNull();
        return user + " " + Relations.stateOf(user.profile()).getClass().getSimpleName() + " "
                + (profile == null
                        ? ""
                        : profile + " "
                                + Relations.stateOf(profile.avatar()).getClass().getSimpleName()
                                + Relations.stateOf(profile.avatar()).getOrNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3000})
    void anyNumberOfParentsTakesOneStatementAndEachGetsItsOwnChild(int n) {
        database.postgres().execute(Schema.users(n));
        database.postgres().execute("update profiles set user_id = " + (n + 1) + " - id");

        List<User> users = read(users().preload(User_.PROFILE, PreloadQuery::joined));

        assertThat(users)
                .hasSize(n)
                .allSatisfy(user -> assertThat(
                                Relations.stateOf(user.profile()).getOrNull().id())
                        .isEqualTo(n + 1 - user.id()));
        assertThat(users)
                .allSatisfy(user -> assertThat(user.profile().block().userId()).isEqualTo(user.id()));
        assertThat(recorder.texts()).containsExactly(USERS_AND_PROFILES + FIRST + BY_ID);
    }

    @Test
    void anOwnerIsJoinedByItsPrimaryKey() {
        manyChildren();

        List<Profile> profiles = read(profiles().preload(Profile_.USER, user -> user.joined()));

        User first = profiles.get(0).user().block();
        assertThat(profiles.subList(0, 3))
                .allSatisfy(profile -> assertThat(profile.user().block()).isSameAs(first));
        assertThat(profiles.get(3).user().block().id()).isEqualTo(2);
        assertThat(profiles.get(4).user().blockOptional()).isEmpty();
        assertThat(Relations.stateOf(profiles.get(4).user()).isLoaded()).isTrue();
        assertThat(recorder.texts())
                .containsExactly("SELECT \"t0\".\"id\", \"t0\".\"user_id\", \"t0\".\"name\", \"t0\".\"telephone\","
                        + " \"t0\".\"locale\", \"j1\".\"id\", \"j1\".\"email\" FROM \"profiles\" AS \"t0\" LEFT JOIN"
                        + " \"users\" AS \"j1\" ON \"j1\".\"id\" = \"t0\".\"user_id\"" + BY_ID);
    }

    static Stream<UnaryOperator<PreloadQuery<Profile>>> whatAPreloadCanSay() {
        return Stream.of(
                profile -> profile,
                profile -> profile.where(Profile_.TELEPHONE.isNotNull()),
                profile -> profile.where(Profile_.NAME.eq("b")).orWhere(Profile_.NAME.eq("d")),
                profile -> profile.where(Profile_.NAME.eq("nobody")),
                profile -> profile.orderBy(Profile_.NAME.desc()),
                profile -> profile.orderBy(Profile_.LOCALE.asc()),
                profile -> profile.select(Profile_.NAME, Profile_.ID),
                profile -> profile.preload(Profile_.AVATAR),
                profile -> profile.preload(Profile_.AVATAR, avatar -> avatar.joined()),
                profile -> profile.orderBy(Profile_.NAME.desc())
                        .preload(
                                Profile_.AVATAR,
                                avatar ->
                                        avatar.where(Avatar_.URL.endsWith("2")).joined()),
                profile -> profile.where(Profile_.AVATAR.exists()),
                profile -> profile.where(Profile_.AVATAR.exists(a -> a.where(Avatar_.URL.endsWith("2")))),
                profile -> profile.where(Profile_.USER.exists(u -> u.where(User_.PROFILE.exists()))));
    }

    @ParameterizedTest
    @MethodSource("whatAPreloadCanSay")
    void whatIsLoadedIsWhatAStatementOfItsOwnLoads(UnaryOperator<PreloadQuery<Profile>> related) {
        manyChildren();
        List<UnaryOperator<EntitySelect<User>>> parents = List.of(
                all -> all,
                all -> all.limit(2).offset(1),
                all -> all.where(User_.EMAIL.ne("a")).orWhere(User_.ID.eq(3L)),
                all -> all.whereHas(User_.PROFILE, p -> p.where(Profile_.NAME.eq("b"))),
                all -> all.orderBy(User_.EMAIL.desc()).limit(1));

        parents.forEach(parent -> {
            List<User> expected = read(parent.apply(users().preload(User_.PROFILE, related)));
            recorder.clear();
            List<User> joined = read(parent.apply(
                    users().preload(User_.PROFILE, p -> related.apply(p).joined())));

            assertThat(joined)
                    .map(JoinedPreloadIntegrationTests::profileOf)
                    .containsExactlyElementsOf(expected.stream()
                            .map(JoinedPreloadIntegrationTests::profileOf)
                            .toList());
            assertThat(recorder.texts())
                    .filteredOn(text -> text.contains("\"t0\".\"email\""))
                    .hasSize(1);
            assertThat(recorder.texts()).noneMatch(text -> text.startsWith("SELECT \"id\", \"user_id\""));
        });
    }

    @Test
    void conditionsAndOrderStandInsideTheJoinAndThoseOfTheParentsOutside() {
        database.postgres().execute(Schema.users(4));

        List<User> users = read(users().where(User_.ID.ge(2L))
                .limit(2)
                .offset(1)
                .preload(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.NAME.eq("name 3"))
                                .orWhere(Profile_.LOCALE.eq("si"))
                                .orderBy(Profile_.NAME.desc())
                                .joined()));

        assertThat(users).map(User::id).containsExactly(3L, 4L);
        assertThat(users)
                .map(user -> Relations.stateOf(user.profile()).getClass().getSimpleName())
                .containsExactly("Loaded", "Empty");
        assertThat(recorder.texts())
                .containsExactly(USERS_AND_PROFILES + " AND (\"j1\".\"name\" = $1 OR \"j1\".\"locale\" = $2)"
                        + " ORDER BY \"j1\".\"name\" DESC, \"j1\".\"id\" ASC LIMIT 1) AS \"j1\" ON true"
                        + " WHERE \"t0\".\"id\" >= $3" + BY_ID + " LIMIT 2 OFFSET $4");
    }

    @Test
    void nestedJoinsAreOneStatementAndNestedPreloadsOneMoreEach() {
        database.postgres().execute(Schema.users(3));

        List<String> joined = read(users().preload(
                                User_.PROFILE,
                                profile -> profile.preload(Profile_.AVATAR, avatar -> avatar.joined())
                                        .joined()))
                .stream()
                .map(JoinedPreloadIntegrationTests::profileOf)
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
                        .map(JoinedPreloadIntegrationTests::profileOf)
                        .toList();
        assertThat(recorder.count()).isEqualTo(2);
        recorder.clear();

        List<String> above = read(users().preload(
                                User_.PROFILE, profile -> profile.preload(Profile_.AVATAR, avatar -> avatar.joined())))
                .stream()
                .map(JoinedPreloadIntegrationTests::profileOf)
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
        assertThat(recorder.texts().get(1)).contains("\"user_id\" = ANY($1)");
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

        assertThat(employees).map(JoinedPreloadIntegrationTests::chain).containsExactly("1", "2-1", "3-2-1", "4-2-1");
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

    @Test
    void firstAndOneJoinForTheRowTheyReturn() {
        database.postgres().execute(Schema.users(3));

        User first = users().preload(User_.PROFILE, p -> p.joined()).first().block();
        User one = users().where(User_.ID.eq(2L))
                .preload(User_.PROFILE, p -> p.joined())
                .one()
                .block();

        assertThat(Relations.stateOf(first.profile()).getOrNull().id()).isEqualTo(1);
        assertThat(Relations.stateOf(one.profile()).getOrNull().id()).isEqualTo(2);
        assertThat(recorder.executions()).map(StatementExecution::rows).containsExactly(1L, 1L);
    }

    @Test
    void countsAndTestsForRowsJoinNothing() {
        database.postgres().execute(Schema.users(3));
        EntitySelect<User> query = mapper.from(User.class).preload(User_.PROFILE, p -> p.joined());

        assertThat(query.count().block()).isEqualTo(3);
        assertThat(query.exists().block()).isTrue();
        assertThat(recorder.texts())
                .containsExactly("SELECT count(*) FROM \"users\"", "SELECT EXISTS (SELECT 1 FROM \"users\")");
    }

    @Test
    void aggregatesStandBetweenTheEntityAndWhatIsJoined() {
        manyChildren();

        List<Aggregated<User>> rows = users().preload(User_.PROFILE, p -> p.joined())
                .withCount(User_.PROFILE)
                .orderBy(User_.PROFILE.count().desc())
                .all()
                .collectList()
                .block();

        assertThat(rows)
                .map(row -> row.get(User_.PROFILE.count()) + " "
                        + row.entity()
                                .profile()
                                .map(Profile::name)
                                .blockOptional()
                                .orElse("-"))
                .containsExactly("3 a", "1 d", "0 -");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aLockLocksTheParentsOnly() {
        database.postgres().execute(Schema.users(1));

        List<User> users = users().preload(User_.PROFILE, p -> p.joined())
                .forUpdate()
                .skipLocked()
                .all()
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(users).hasSize(1);
        assertThat(recorder.texts().get(1)).endsWith(BY_ID + " FOR UPDATE OF \"t0\" SKIP LOCKED");
    }

    @Test
    void whatATransactionJoinedIsServedInThatTransactionOnly() {
        database.postgres().execute(Schema.users(2));

        List<User> users = users().preload(User_.PROFILE, p -> p.joined())
                .all()
                .concatMap(user -> user.profile().thenReturn(user))
                .collectList()
                .as(mapper::transactional)
                .block();
        assertThat(recorder.count()).as("with BEGIN and COMMIT").isEqualTo(3);

        assertThat(users.get(0).profile().block().id()).isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void theModeHoldsForWhatIsJoined() {
        database.postgres().execute(Schema.users(1));

        User user = users().preload(User_.PROFILE, p -> p.joined())
                .loading(LoadMode.FORBID)
                .first()
                .block();

        assertThat(user.profile().block().id()).isEqualTo(1);
        assertThatExceptionOfType(RelationNotLoadedException.class)
                .isThrownBy(() -> user.profile().block().avatar().block())
                .withMessageContaining("Profile.avatar");
    }

    @Test
    void askedForTwiceItIsJoinedOnceAndDifferentConditionsAreAnError() {
        database.postgres().execute(Schema.users(1));

        assertThat(read(users().preload(User_.PROFILE).preload(User_.PROFILE, p -> p.joined())))
                .hasSize(1);
        assertThat(recorder.texts()).containsExactly(USERS_AND_PROFILES + FIRST + BY_ID);
        recorder.clear();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(users().preload(User_.PROFILE)
                        .preload(
                                User_.PROFILE,
                                p -> p.where(Profile_.LOCALE.eq("si")).joined())))
                .withMessageContaining("twice with different conditions");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void wrongUsesAreErrorsBeforeAnyStatement() {
        User user = new User(1L, "a", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.preload(List.of(user), User_.PROFILE, p -> p.joined())
                        .blockLast())
                .withMessageContaining("User.profile")
                .withMessageContaining("Remove joined()");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(users().preload(User_.PROFILE, p -> p.offset(1).joined())))
                .withMessageContaining("offset");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(users().preload(User_.PROFILE, p -> p.forUpdate().joined())))
                .withMessageContaining("User.profile")
                .withMessageContaining("locks");
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> read(users().select(User_.EMAIL).preload(User_.PROFILE, p -> p.joined())))
                .withMessageContaining("User.id");
        assertThat(recorder.count()).isZero();
    }

    /**
     * User 1 has three profiles, user 2 has one, user 3 none; of the profiles the second and the third have an avatar.
     */
    private static void manyChildren() {
        database.postgres().execute("""
                insert into users (email) values ('a'), ('b'), ('c');
                insert into profiles (user_id, name, telephone, locale) values
                    (1, 'a', null, 'si'), (1, 'b', '555', 'en'), (1, 'c', '556', 'de'), (2, 'd', null, 'en'), (null, \
                'e', '7', 'en');
                insert into avatars (profile_id, url) values (2, 'https://example.org/1'), (2, 'https://example.org/2'),
                    (3, 'https://example.org/2');
                """);
    }
}
