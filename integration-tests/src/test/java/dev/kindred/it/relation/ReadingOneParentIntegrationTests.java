package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Related;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadingOneParentIntegrationTests {

    private static final String COLUMNS =
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

    @Test
    void theQueryOfARelationBindsTheKeyAndReadsOneRow() {
        User user = thirdOfFiveUsers();

        Profile profile = mapper.related(user, User_.PROFILE).find().block();

        assertThat(profile.userId()).isEqualTo(3L);
        assertThat(recorder.executions()).singleElement().satisfies(execution -> {
            assertThat(execution.sql()).isEqualTo(COLUMNS + " WHERE \"user_id\" = $1 ORDER BY \"id\" ASC LIMIT $2");
            assertThat(execution.parameters()).isEqualTo(2);
        });
    }

    @Test
    void theQueryOfTheInverseRelationBindsTheForeignKeyAndReadsOneRow() {
        thirdOfFiveUsers();
        Profile profile = mapper.find(Profile.class, 4L).block();
        recorder.clear();

        User user = mapper.related(profile, Profile_.USER).find().block();

        assertThat(user.id()).isEqualTo(4L);
        assertThat(recorder.texts())
                .containsExactly("SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = $1 LIMIT $2");
    }

    @Test
    void getNamesTheRelationThatHasNoRow() {
        User user = mapper.insert(User.of("secret@example.org")).block();
        Profile orphan = mapper.insert(Profile.of(null, "secret")).block();

        assertNoRow(
                mapper.related(user, User_.PROFILE),
                "The User has no related row:" + " User.profile found no Profile. ");
        assertNoRow(
                mapper.related(User.class, user.id(), User_.PROFILE),
                "The User has no related row: User.profile found no Profile. ");
        assertNoRow(
                mapper.related(orphan, Profile_.USER), "The Profile has no related row: Profile.user found no User. ");
    }

    private static void assertNoRow(Related<?> related, String message) {
        assertThatThrownBy(() -> related.get().block()).isInstanceOfSatisfying(EntityNotFoundException.class, error -> {
            assertThat(error).hasMessageStartingWith(message).hasMessageNotContaining("secret");
            assertThat(message).contains(error.entity().getSimpleName());
            assertThat(error.key()).isNull();
        });
    }

    @Test
    void aGreaterLimitOnTheQueryOfARelationStillReadsOneRow() {
        User user = thirdOfFiveUsers();
        database.postgres().execute("insert into profiles (user_id, name) values (3, 'second')");

        assertThat(mapper.related(user, User_.PROFILE)
                        .query()
                        .limit(50)
                        .all()
                        .collectList()
                        .block())
                .extracting(Profile::name)
                .containsExactly("name 3");
        assertThat(recorder.executions().get(0).rows()).isEqualTo(1);
        assertThat(mapper.related(user, User_.PROFILE).query().limit(50).count().block())
                .isEqualTo(1);
        assertThat(mapper.related(user, User_.PROFILE)
                        .query()
                        .limit(0)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void anOrCannotEscapeTheKeyOfTheParent() {
        User user = thirdOfFiveUsers();

        assertThat(mapper.related(user, User_.PROFILE)
                        .query()
                        .where(Profile_.NAME.eq("nobody"))
                        .orWhere(Profile_.LOCALE.eq("en"))
                        .all()
                        .collectList()
                        .block())
                .extracting(Profile::userId)
                .containsExactly(3L);
        assertThat(recorder.texts())
                .containsExactly(COLUMNS
                        + " WHERE \"user_id\" = $1 AND (\"name\" = $2 OR \"locale\" = $3) ORDER BY \"id\""
                        + " ASC LIMIT $4");
        assertThat(mapper.related(user, User_.PROFILE)
                        .query()
                        .orWhere(Profile_.NAME.eq("name 1"))
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void aConditionNarrowsTheQueryOfARelation() {
        User user = thirdOfFiveUsers();

        assertThat(mapper.related(user, User_.PROFILE)
                        .query()
                        .where(Profile_.NAME.eq("name 4"))
                        .exists()
                        .block())
                .isFalse();
        assertThat(mapper.related(user, User_.PROFILE)
                        .query()
                        .where(Profile_.NAME.eq("name 3"))
                        .one()
                        .map(Profile::telephone)
                        .block())
                .isEqualTo("555-3");
    }

    @Test
    void anUnsavedParentHasNoChildAndSendsNoStatement() {
        database.postgres().execute("insert into profiles (user_id, name) values (null, 'nobody''s')");
        User unsaved = User.of("new@example.org");

        assertThat(mapper.related(unsaved, User_.PROFILE).find().blockOptional())
                .isEmpty();
        EntitySelect<Profile> query =
                mapper.related(unsaved, User_.PROFILE).query().orWhere(Profile_.ID.isNotNull());
        assertThat(query.all().collectList().block()).isEmpty();
        assertThat(query.first().blockOptional()).isEmpty();
        assertThat(query.one().blockOptional()).isEmpty();
        assertThat(query.count().block()).isZero();
        assertThat(query.exists().block()).isFalse();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aChildWithANullForeignKeyNeverAppears() {
        database.postgres().execute("""
                insert into users (email) values ('a@example.org'), ('b@example.org');
                insert into profiles (user_id, name) values (null, 'nobody''s'), (null, 'nobody''s either');
                """);

        assertThat(mapper.from(User.class)
                        .all()
                        .flatMap(User::profile)
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(mapper.from(User.class)
                        .preload(User_.PROFILE)
                        .all()
                        .flatMap(User::profile)
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void aNullForeignKeyResolvesToNoRowWithoutAStatement() {
        database.postgres().execute("insert into profiles (user_id, name) values (null, 'nobody''s')");
        Profile profile = mapper.from(Profile.class).one().block();
        recorder.clear();

        assertThat(profile.user().blockOptional()).isEmpty();
        assertThat(mapper.related(profile, Profile_.USER).find().blockOptional())
                .isEmpty();
        assertThat(mapper.related(profile, Profile_.USER).query().count().block())
                .isZero();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void noPagesCanBeAskedOfARelation() {
        assertThat(Stream.of(Related.class.getMethods()).map(Method::getName))
                .noneMatch(name -> name.startsWith("pag"));
        var page = mapper.related(thirdOfFiveUsers(), User_.PROFILE).query().page(PageRequest.first(1));
        recorder.clear();

        assertThatExceptionOfType(MappingException.class).isThrownBy(page::block);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aHandleSubscribedTwiceSendsOneStatement() {
        User user = thirdOfFiveUsers();

        Profile first = user.profile().block();
        Profile second = user.profile().block();

        assertThat(second).isSameAs(first);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void theRelatedRowIsAskedForEachTimeWhateverTheHandleKnows() {
        User user = thirdOfFiveUsers();
        user.profile().block();
        database.postgres().execute("update profiles set name = 'changed' where id = 3");
        recorder.clear();

        assertThat(mapper.related(user, User_.PROFILE).find().block().name()).isEqualTo("changed");
        assertThat(mapper.related(user, User_.PROFILE).find().block().name()).isEqualTo("changed");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(user.profile().block().name()).isEqualTo("name 3");
        assertThat(recorder.count()).isEqualTo(2);
    }

    private User thirdOfFiveUsers() {
        database.postgres().execute(Schema.users(5));
        User user = mapper.find(User.class, 3L).block();
        recorder.clear();
        return user;
    }
}
