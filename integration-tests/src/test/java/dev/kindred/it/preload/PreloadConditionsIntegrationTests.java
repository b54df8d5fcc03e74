package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreloadConditionsIntegrationTests {

    private static final String USERS = "SELECT \"id\", \"email\" FROM \"users\" ORDER BY \"id\" ASC";
    private static final String PROFILES =
            "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\"";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3000})
    void anyNumberOfParentsTakesTwoStatementsAndEachGetsItsOwnChild(int n) {
        database.postgres().execute(Schema.users(n));
        database.postgres().execute("update profiles set user_id = " + (n + 1) + " - id");

        List<User> users = read(users().preload(User_.PROFILE));

        assertThat(users)
                .hasSize(n)
                .allSatisfy(user -> assertThat(
                                Relations.stateOf(user.profile()).getOrNull().id())
                        .isEqualTo(n + 1 - user.id()));
        assertThat(users).map(user -> user.profile().block().userId()).containsExactlyElementsOf(ids(users));
        assertThat(recorder.texts())
                .containsExactly(
                        USERS,
                        PROFILES + " WHERE \"user_id\" = " + (n == 1 ? "$1" : "ANY($1)") + " ORDER BY \"id\" ASC");
    }

    @Test
    void nothingButNullForeignKeysSendsNoSecondStatement() {
        database.postgres().execute("insert into profiles (user_id, name) values (null, 'a'), (null, 'b')");

        List<Profile> profiles = mapper.from(Profile.class)
                .preload(Profile_.USER, user -> user.preload(User_.PROFILE))
                .all()
                .collectList()
                .block();

        assertThat(profiles)
                .hasSize(2)
                .allSatisfy(profile ->
                        assertThat(Relations.stateOf(profile.user())).isInstanceOf(RelationState.Empty.class));
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void nullForeignKeysAmongOthersAreLeftOutAndEmpty() {
        database.postgres().execute(Schema.users(2));
        database.postgres().execute("insert into profiles (user_id, name) values (null, 'nobody''s')");

        List<Profile> profiles = mapper.from(Profile.class)
                .preload(Profile_.USER)
                .orderBy(Profile_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(profiles)
                .map(profile -> profile.user().map(User::id).blockOptional().orElse(null))
                .containsExactly(1L, 2L, null);
        assertThat(recorder.texts().get(1)).isEqualTo("SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = ANY($1)");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aParentWhoseChildIsFilteredOutIsLoadedAndEmpty() {
        database.postgres().execute(Schema.users(3));
        database.postgres().execute("update profiles set telephone = null where id = 2");

        List<User> users =
                read(users().preload(User_.PROFILE, profile -> profile.where(Profile_.TELEPHONE.isNotNull())));

        assertThat(states(users))
                .containsExactly(RelationState.Loaded.class, RelationState.Empty.class, RelationState.Loaded.class);
        assertThat(users.get(1).profile().blockOptional()).isEmpty();
        assertThat(recorder.texts())
                .containsExactly(
                        USERS,
                        PROFILES + " WHERE \"user_id\" = ANY($1) AND \"telephone\" IS NOT NULL ORDER BY \"id\" ASC");
    }

    @Test
    void anOrAmongTheConditionsOfAPreloadCannotEscapeTheKeys() {
        database.postgres().execute(Schema.users(4));

        List<User> users = read(users().where(User_.ID.le(2L))
                .preload(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.NAME.eq("name 1")).orWhere(Profile_.LOCALE.eq("en"))));

        assertThat(users).map(user -> user.profile().block().id()).containsExactly(1L, 2L);
        assertThat(recorder.executions().get(1).rows()).isEqualTo(2);
        assertThat(recorder.texts().get(1))
                .isEqualTo(PROFILES
                        + " WHERE \"user_id\" = ANY($1) AND (\"name\" = $2 OR \"locale\" = $3) ORDER BY \"id\" ASC");
    }

    @Test
    void theSameRelationTwiceWithDifferentConditionsIsAnErrorBeforeAnyStatement() {
        EntitySelect<User> twice = users().preload(User_.PROFILE)
                .preload(User_.PROFILE, profile -> profile.where(Profile_.LOCALE.eq("si")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(twice))
                .withMessageContaining("User.profile")
                .withMessageContaining("twice with different conditions");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void theSameRelationTwiceWithDifferentOrdersOrColumnsIsAnErrorToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(users().preload(User_.PROFILE, profile -> profile.orderBy(Profile_.NAME.asc()))
                        .preload(User_.PROFILE, profile -> profile.orderBy(Profile_.NAME.desc()))))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(users().preload(User_.PROFILE, profile -> profile.select(Profile_.NAME))
                        .preload(User_.PROFILE)))
                .withMessageContaining("twice");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void theSameRelationTwiceWithTheSameConditionsIsLoadedOnce() {
        database.postgres().execute(Schema.users(2));

        List<User> users = read(users().preload(User_.PROFILE, profile -> profile.where(Profile_.LOCALE.eq("en")))
                .preload(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.LOCALE.eq("en")).preload(Profile_.AVATAR)));

        assertThat(users)
                .map(user -> Relations.stateOf(user.profile().block().avatar()).isLoaded())
                .containsOnly(true);
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void anOffsetOrALimitOfZeroInAPreloadIsAnErrorBeforeAnyStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(users().preload(User_.PROFILE, profile -> profile.limit(0))))
                .withMessageContaining("User.profile");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(users().preload(User_.PROFILE, profile -> profile.offset(1))))
                .withMessageContaining("User.profile");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void firstAndOnePreloadForTheRowTheyReturn() {
        database.postgres().execute(Schema.users(3));

        User first = users().preload(User_.PROFILE).first().block();
        User one = users().where(User_.ID.eq(2L)).preload(User_.PROFILE).one().block();

        assertThat(Relations.stateOf(first.profile()).getOrNull().id()).isEqualTo(1);
        assertThat(Relations.stateOf(one.profile()).getOrNull().id()).isEqualTo(2);
        assertThat(recorder.executions()).map(execution -> execution.rows()).containsExactly(1L, 1L, 1L, 1L);
    }

    private EntitySelect<User> users() {
        return mapper.from(User.class).orderBy(User_.ID.asc());
    }

    private static List<User> read(EntitySelect<User> query) {
        return query.all().collectList().block();
    }

    private static List<Long> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }

    private static List<Class<?>> states(List<User> users) {
        return users.stream()
                .<Class<?>>map(user -> Relations.stateOf(user.profile()).getClass())
                .toList();
    }
}
