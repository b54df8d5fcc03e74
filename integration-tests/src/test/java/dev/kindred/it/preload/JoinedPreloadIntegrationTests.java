package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.it.entity.Avatar_;
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
                    .map(JoinedProfiles::profileOf)
                    .containsExactlyElementsOf(
                            expected.stream().map(JoinedProfiles::profileOf).toList());
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

    private static void manyChildren() {
        database.postgres().execute(JoinedProfiles.MANY_CHILDREN);
    }
}
