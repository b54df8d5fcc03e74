package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreloadAtHandIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(4));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void entitiesAtHandAreLoadedWithOneStatementAndEmittedInTheirOrder() {
        List<User> users = users(1, 4);
        recorder.clear();

        List<User> emitted = mapper.preload(users, User_.PROFILE).collectList().block();

        assertThat(emitted).usingElementComparator((a, b) -> a == b ? 0 : 1).containsExactlyElementsOf(users);
        assertThat(users).map(user -> user.profile().block().id()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1) ORDER BY \"id\" ASC");
    }

    @Test
    void onlyThoseNotLoadedAreAskedFor() {
        database.postgres().execute("delete from profiles where id = 2");
        List<User> loaded = users(1, 2);
        loaded.get(0).profile().block();
        List<User> all = Stream.concat(loaded.stream(), users(3, 4).stream()).toList();
        database.postgres().execute("insert into profiles (user_id, name) values (2, 'too late')");
        recorder.clear();

        mapper.preload(all, User_.PROFILE).blockLast();

        assertThat(recorder.executions())
                .singleElement()
                .satisfies(execution -> assertThat(execution.rows()).isEqualTo(2));
        assertThat(all)
                .map(user -> user.profile().map(Profile::id).blockOptional().orElse(null))
                .containsExactly(1L, null, 3L, 4L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void anEntityMadeOfAnotherOneIsLoadedByItsOwnKeyAndNotByTheHandleItTookOver() {
        Profile first = mapper.preload(List.of(mapper.get(Profile.class, 1L).block()), Profile_.USER)
                .single()
                .block();
        Profile moved = new Profile(1L, 3L, "moved", null, "en", first.user(), first.avatar());
        recorder.clear();

        Profile loaded = mapper.preload(List.of(moved), Profile_.USER).single().block();

        assertThat(loaded.user().block().id()).isEqualTo(3);
        assertThat(loaded.name()).isEqualTo("moved");
        assertThat(loaded.avatar()).isSameAs(first.avatar());
        assertThat(first.user().block().id()).isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void whereNoneIsMissingNoStatementIsSent() {
        database.postgres().execute("delete from profiles where id = 2");
        List<User> users = users(1, 4);
        mapper.preload(users, User_.PROFILE).blockLast();
        recorder.clear();

        assertThat(mapper.preload(users, User_.PROFILE).collectList().block()).isEqualTo(users);
        assertThat(mapper.preload(List.<User>of(), User_.PROFILE).collectList().block())
                .isEmpty();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void entitiesBuiltWithoutHandlesComeBackWithLoadedOnes() {
        User built = new User(3L, "user3@example.org", null);
        User unsaved = User.of("new@example.org");

        List<User> emitted = mapper.preload(List.of(built, unsaved), User_.PROFILE)
                .collectList()
                .block();

        assertThat(built.profile()).isNull();
        assertThat(emitted).map(User::email).containsExactly("user3@example.org", "new@example.org");
        assertThat(Relations.stateOf(emitted.get(0).profile()).getOrNull().id()).isEqualTo(3);
        assertThat(emitted.get(1).profile().blockOptional()).isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void entitiesOfSeveralReadsAreLoadedTogether() {
        List<User> users = Stream.of(users(1, 1), users(2, 3), users(4, 4))
                .flatMap(List::stream)
                .toList();
        recorder.clear();

        mapper.preload(users, User_.PROFILE).blockLast();

        assertThat(users).map(user -> user.profile().block().id()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void anEntityGivenTwiceIsAskedForOnce() {
        User user = users(2, 2).get(0);
        recorder.clear();

        List<User> emitted =
                mapper.preload(List.of(user, user), User_.PROFILE).collectList().block();

        assertThat(emitted).hasSize(2).allSatisfy(each -> assertThat(each).isSameAs(user));
        assertThat(recorder.executions())
                .singleElement()
                .satisfies(execution -> assertThat(execution.rows()).isEqualTo(1));
    }

    @Test
    void onlyTheLevelThatIsMissingIsQueried() {
        List<User> users = users(1, 4);
        mapper.preload(users, User_.PROFILE).blockLast();
        recorder.clear();

        mapper.preload(users, User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .blockLast();

        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"profile_id\", \"url\" FROM \"avatars\" WHERE \"profile_id\" = ANY($1)"
                                + " ORDER BY \"id\" ASC");
        assertThat(users)
                .map(user -> user.profile().flatMap(Profile::avatar).block().id())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void whereBothLevelsAreLoadedNoStatementIsSent() {
        List<User> users = users(1, 4);
        mapper.preload(users, User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .blockLast();
        recorder.clear();

        mapper.preload(users, User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .blockLast();

        assertThat(recorder.count()).isZero();
    }

    @Test
    void whereALevelIsPartlyLoadedTheNextIsQueriedForAllThatLackIt() {
        List<User> loaded = users(1, 2);
        mapper.preload(loaded, User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .blockLast();
        List<User> all = Stream.concat(loaded.stream(), users(3, 4).stream()).toList();
        recorder.clear();

        mapper.preload(all, User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .blockLast();

        assertThat(recorder.executions()).map(execution -> execution.rows()).containsExactly(2L, 2L);
        assertThat(all)
                .map(user -> user.profile().flatMap(Profile::avatar).block().id())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void conditionsHoldForEntitiesAtHand() {
        List<User> users = users(1, 4);
        recorder.clear();

        mapper.preload(users, User_.PROFILE, profile -> profile.where(Profile_.NAME.eq("name 2")))
                .blockLast();

        assertThat(users)
                .map(user -> user.profile().map(Profile::id).blockOptional().orElse(null))
                .containsExactly(null, 2L, null, null);
        assertThat(recorder.count()).isEqualTo(1);
    }

    private List<User> users(long from, long to) {
        return mapper.from(User.class)
                .where(User_.ID.between(from, to))
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
    }
}
