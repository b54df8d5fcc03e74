package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.spi.StatementExecution;
import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreloadIntegrationTests {

    private static final String PROFILES_OF =
            "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                    + " \"user_id\" = ANY($1)";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES,
                    "insert into employees values (1, 'Ada', null), (2, 'Bob', 1), (3, 'Cleo', 2), (4, 'Dan', 3)")
            .resetBefore("truncate users, profiles, avatars restart identity cascade");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private List<User> users() {
        List<User> users = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
        recorder.clear();
        return users;
    }

    private static List<String> states(List<User> users) {
        return users.stream()
                .map(user -> Relations.stateOf(user.profile()).getClass().getSimpleName())
                .toList();
    }

    @Test
    void aParentWithoutAChildIsLoadedAndEmpty() {
        database.postgres()
                .execute("insert into users (email) values ('a'), ('b'); insert into profiles (user_id, name)"
                        + " values (2, 'B')");

        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(states(users)).containsExactly("Empty", "Loaded");
        assertThat(users.get(0).profile().block()).isNull();
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void noParentsMeanNoSecondStatement() {
        assertThat(mapper.from(User.class)
                        .preload(User_.PROFILE)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aParentWhoseChildIsFilteredOutIsLoadedAndEmpty() {
        database.postgres().execute(Schema.users(2));

        List<User> users = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .preload(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.NAME.eq("name 2")).orWhere(Profile_.NAME.eq("nobody")))
                .all()
                .collectList()
                .block();

        assertThat(states(users)).containsExactly("Empty", "Loaded");
        assertThat(recorder.texts().get(1))
                .isEqualTo(PROFILES_OF + " AND (\"name\" = $2 OR \"name\" = $3) ORDER BY \"id\" ASC");
    }

    @Test
    void threeLevelsTakeOneStatementEach() {
        database.postgres().execute(Schema.users(1200));

        List<String> urls = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .preload(User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .all()
                .concatMap(User::profile)
                .concatMap(Profile::avatar)
                .map(Avatar::url)
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(3);
        assertThat(urls).hasSize(1200).first().isEqualTo("https://example.org/1");
        assertThat(urls).last().isEqualTo("https://example.org/1200");
    }

    @Test
    void aSelfRelationThreeDeepTakesOneStatementALevel() {
        String chain = mapper.from(Employee.class)
                .where(Employee_.ID.eq(4))
                .preload(
                        Employee_.MANAGER, one -> one.preload(Employee_.MANAGER, two -> two.preload(Employee_.MANAGER)))
                .one()
                .flatMap(Employee::manager)
                .flatMap(Employee::manager)
                .flatMap(Employee::manager)
                .map(Employee::name)
                .block();

        assertThat(chain).isEqualTo("Ada");
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void entitiesAtHandAreAskedForOnlyWhatTheyDoNotKnow() {
        database.postgres().execute(Schema.users(4) + "delete from profiles where id = 4;");
        List<User> users = users();
        mapper.preload(users.subList(0, 2), User_.PROFILE).blockLast();
        mapper.preload(users.subList(3, 4), User_.PROFILE).blockLast();
        assertThat(states(users)).containsExactly("Loaded", "Loaded", "NotLoaded", "Empty");
        recorder.clear();

        List<User> same = mapper.preload(users, User_.PROFILE).collectList().block();
        mapper.preload(users, User_.PROFILE).blockLast();

        assertThat(recorder.executions()).extracting(StatementExecution::rows).containsExactly(1L);
        assertThat(same).usingElementComparator((a, b) -> a == b ? 0 : 1).containsExactlyElementsOf(users);
        assertThat(states(users)).containsExactly("Loaded", "Loaded", "Loaded", "Empty");
    }

    @Test
    void anEntityThatAUserBuiltGetsAHandle() {
        database.postgres().execute(Schema.users(2));

        List<User> users = mapper.preload(
                        List.of(new User(1L, "one", null), new User(2L, "two", null), User.of("unsaved")),
                        User_.PROFILE)
                .collectList()
                .block();

        assertThat(users).extracting(User::email).containsExactly("one", "two", "unsaved");
        assertThat(states(users)).containsExactly("Loaded", "Loaded", "Empty");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void ofANestedRelationOnlyTheUnknownLevelIsAskedFor() {
        database.postgres().execute(Schema.users(3));
        List<User> users = users();
        mapper.preload(users, User_.PROFILE).blockLast();
        recorder.clear();

        mapper.preload(users, User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .blockLast();

        assertThat(recorder.texts()).singleElement().asString().contains("\"avatars\"");
    }

    @Test
    void theSameRelationTwiceWithDifferentConditionsIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.from(User.class)
                        .preload(User_.PROFILE)
                        .preload(User_.PROFILE, profile -> profile.where(Profile_.LOCALE.eq("en")))
                        .all()
                        .blockLast())
                .withMessageContaining("User.profile");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void inATransactionEveryStatementRunsOnItsConnection() {
        database.postgres().execute(Schema.users(2500));
        ConnectionPool pool = database.newPool(8);
        ReactiveMapper many = ReactiveMapper.create(pool);

        Long seen = many.from(User.class)
                .preload(User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .all()
                .flatMap(
                        user -> user.profile().flatMap(profile -> profile.user().flatMap(User::profile)), 64)
                .count()
                .as(many::transactional)
                .block();

        assertThat(seen).isEqualTo(2500);
        assertThat(pool.getMetrics().orElseThrow().allocatedSize()).isEqualTo(1);
    }

    @Test
    void moreSiblingsThanABatchLoadInBatches() {
        database.postgres().execute(Schema.users(2500));

        assertThat(mapper.from(User.class).all().flatMap(User::profile).count().block())
                .isEqualTo(2500);
        assertThat(recorder.count()).isEqualTo(1 + 3);
    }
}
