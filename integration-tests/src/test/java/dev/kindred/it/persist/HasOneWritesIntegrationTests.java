package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.entity.Desk;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.Sensor;
import dev.kindred.it.entity.Sensor_;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class HasOneWritesIntegrationTests {

    private static final String RETURNING = " RETURNING \"id\", \"user_id\", \"name\", \"telephone\", \"locale\"";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, KeySchema.TABLES, "create unique index profiles_user on profiles (user_id)")
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private User childless;
    private User user;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        childless = mapper.insert(User.of("childless")).block();
        user = mapper.get(User.class, 1L).block();
        recorder.clear();
    }

    private long profiles() {
        return database.postgres().queryLong("select count(*) from profiles");
    }

    private Map<String, Object> profileOf(long user) {
        return database.postgres().queryOne("select * from profiles where user_id = " + user);
    }

    @Test
    void createSetsTheForeignKeyAndReadsDefaultsAndGeneratedColumnsBack() {
        Profile profile = mapper.related(childless, User_.PROFILE)
                .create(Profile_.NAME.set("Jane"), Profile_.TELEPHONE.set("614"))
                .block();

        assertThat(profile.id()).isEqualTo(4);
        assertThat(profile.userId()).isEqualTo(childless.id());
        assertThat(profile.locale()).isEqualTo("en");
        assertThat(profileOf(4)).containsEntry("name", "Jane").containsEntry("telephone", "614");
        assertThat(recorder.texts())
                .containsExactly("INSERT INTO \"profiles\" (\"user_id\", \"name\", \"telephone\") VALUES ($1, $2, $3)"
                        + RETURNING);
    }

    @Test
    void saveOfANewChildInsertsIt() {
        Profile profile = mapper.related(childless, User_.PROFILE)
                .save(Profile.of(null, "Jane"))
                .block();

        assertThat(profile.userId()).isEqualTo(childless.id());
        assertThat(profile.user().block().id()).isEqualTo(childless.id());
        assertThat(profiles()).isEqualTo(4);
    }

    @Test
    void saveOfAStoredChildUpdatesIt() {
        Profile stored = user.profile().block();
        recorder.clear();

        Profile saved = mapper.related(user, User_.PROFILE)
                .save(new Profile(stored.id(), stored.userId(), "new", null, "si", null, null))
                .block();

        assertThat(saved.name()).isEqualTo("new");
        assertThat(profileOf(1)).containsEntry("name", "new").containsEntry("telephone", null);
        assertThat(recorder.texts())
                .containsExactly("UPDATE \"profiles\" SET \"user_id\" = $1, \"name\" = $2, \"telephone\" = $3,"
                        + " \"locale\" = $4 WHERE \"id\" = $5" + RETURNING);
    }

    @Test
    void saveTakesAChildFromAnotherParent() {
        Profile stored = user.profile().block();

        Profile moved = mapper.related(childless, User_.PROFILE).save(stored).block();

        assertThat(moved.userId()).isEqualTo(childless.id());
        assertThat(moved.id()).isEqualTo(stored.id());
        assertThat(profiles()).isEqualTo(3);
        assertThat(mapper.related(user, User_.PROFILE).find().blockOptional()).isEmpty();
    }

    @Test
    void anUnsavedParentIsInsertedTogetherWithItsChildInOneStatement() {
        Profile profile = mapper.related(User.of("new"), User_.PROFILE)
                .create(Profile_.NAME.set("Jane"))
                .block();

        assertThat(profile.userId()).isEqualTo(5);
        assertThat(database.postgres().queryOne("select email from users where id = 5"))
                .containsEntry("email", "new");
        assertThat(recorder.texts())
                .containsExactly("WITH \"parent\" AS (INSERT INTO \"users\" (\"email\") VALUES ($1) RETURNING \"id\","
                        + " \"email\"), \"child\" AS (INSERT INTO \"profiles\" (\"user_id\", \"name\") SELECT"
                        + " \"parent\".\"id\", $2 FROM \"parent\"" + RETURNING + ") SELECT * FROM"
                        + " \"parent\", \"child\"");
        assertThat(profile.user().block().email()).isEqualTo("new");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aStoredChildOfAnUnsavedParentIsMovedInTheSameTransaction() {
        Profile stored = user.profile().block();
        recorder.clear();

        Profile moved =
                mapper.related(User.of("new"), User_.PROFILE).save(stored).block();

        assertThat(moved.userId()).isEqualTo(5);
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void theTransactionOfTheCallerIsUsedAndNotEnded() {
        Mono<Profile> both = mapper.insert(User.of("new"))
                .flatMap(owner -> mapper.related(owner, User_.PROFILE).create(Profile_.NAME.set("Jane")))
                .as(mapper::transactional);

        assertThat(both.block().userId()).isEqualTo(5);
        assertThat(recorder.texts()).startsWith("BEGIN").endsWith("COMMIT");
        assertThat(recorder.texts().stream().filter(text -> text.startsWith("BEGIN")))
                .hasSize(1);

        assertThatThrownBy(() -> mapper.related(childless, User_.PROFILE)
                        .create(Profile_.NAME.set("Jane"))
                        .then(Mono.error(new IllegalStateException("caller")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("caller");
        assertThat(profiles()).isEqualTo(4);
    }

    @Test
    void theParentWinsOverAnyForeignKeyInThePayload() {
        long id = childless.id();
        var relation = mapper.related(childless, User_.PROFILE);

        assertThat(relation.create(Profile_.USER_ID.set(1L), Profile_.NAME.set("a"))
                        .block()
                        .userId())
                .isEqualTo(id);
        assertThat(relation.update(Profile_.USER_ID.set(1L), Profile_.NAME.set("b"))
                        .block()
                        .userId())
                .isEqualTo(id);
        assertThat(relation.updateOrCreate(Profile_.USER_ID.set(1L), Profile_.NAME.set("c"))
                        .block()
                        .userId())
                .isEqualTo(id);
        assertThat(relation.delete().block()).isTrue();
        assertThat(relation.save(Profile.of(1L, "d")).block().userId()).isEqualTo(id);
        assertThat(relation.replace(Profile.of(1L, "e")).block().userId()).isEqualTo(id);
        assertThat(relation.delete().block()).isTrue();
        assertThat(relation.firstOrCreate(Profile_.USER_ID.set(1L), Profile_.NAME.set("f"))
                        .block()
                        .userId())
                .isEqualTo(id);
        assertThat(relation.delete().block()).isTrue();
        assertThat(relation.createOrFirst(Profile_.USER_ID.set(1L), Profile_.NAME.set("g"))
                        .block()
                        .userId())
                .isEqualTo(id);
        assertThat(mapper.related(User.of("new"), User_.PROFILE)
                        .create(Profile_.USER_ID.set(1L), Profile_.NAME.set("h"))
                        .block()
                        .userId())
                .isEqualTo(5);
        assertThat(profileOf(1)).containsEntry("name", "name 1");
    }

    @Test
    void associateOfAStoredChildWritesItsForeignKeyOnly() {
        Profile stored = user.profile().block();
        recorder.clear();

        Profile moved = mapper.related(childless, User_.PROFILE)
                .associate(new Profile(stored.id(), null, "not written", null, "xx", null, null))
                .block();

        assertThat(moved.userId()).isEqualTo(childless.id());
        assertThat(moved.name()).isEqualTo("name 1");
        assertThat(recorder.texts())
                .containsExactly("UPDATE \"profiles\" SET \"user_id\" = $1 WHERE \"id\" = $2" + RETURNING);
    }

    @Test
    void keysOfOtherTypesAndOfSeveralColumnsAreWritten() {
        Sensor sensor = mapper.insert(new Sensor(7, "s", null)).block();
        assertThat(mapper.related(sensor, Sensor_.CALIBRATION)
                        .create(dev.kindred.it.entity.Calibration_.ID.set(1L))
                        .block()
                        .sensorId())
                .isEqualTo(7L);

        Room room = mapper.insert(new Room("A", 5, "room", null)).block();
        Desk desk = mapper.related(room, Room_.DESK)
                .save(new Desk(1L, "B", 9, null))
                .block();
        assertThat(desk.building()).isEqualTo("A");
        assertThat(desk.roomNumber()).isEqualTo(5);
        assertThat(mapper.related(room, Room_.DESK).find().block()).isEqualTo(desk);
    }

    @Test
    void anAssignedKeyOfTheChildDoesNotTellWhetherItIsStoredSoEitherIsRight() {
        Room room = mapper.insert(new Room("A", 5, "room", null)).block();
        Room other = mapper.insert(new Room("B", 6, "other", null)).block();
        mapper.related(room, Room_.DESK).save(new Desk(1L, null, null, null)).block();
        recorder.clear();

        Desk moved = mapper.related(other, Room_.DESK)
                .save(new Desk(1L, null, null, null))
                .block();

        assertThat(moved.building()).isEqualTo("B");
        assertThat(database.postgres().queryLong("select count(*) from desks")).isEqualTo(1);
        assertThat(recorder.texts())
                .containsExactly("INSERT INTO \"desks\" (\"id\", \"building\", \"room_number\") VALUES ($1, $2, $3) ON"
                        + " CONFLICT (\"id\") DO UPDATE SET \"building\" = EXCLUDED.\"building\", \"room_number\" ="
                        + " EXCLUDED.\"room_number\" RETURNING \"id\", \"building\", \"room_number\"");
    }

    @Test
    void parentAndChildAreSavedTogetherAndTheHandlesKnowEachOther() {
        User saved = mapper.save(User.of("new"), User_.PROFILE.child(Profile.of(null, "Jane")))
                .block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(Relations.stateOf(saved.profile()).getOrNull().name()).isEqualTo("Jane");
        assertThat(saved.profile().block().user().block()).isSameAs(saved);
        assertThat(recorder.count()).isEqualTo(1);

        recorder.clear();
        User both = mapper.save(
                        new User(1L, "changed", null),
                        User_.PROFILE.child(new Profile(1L, null, "changed", null, "en", null, null)))
                .block();
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
        assertThat(both.email()).isEqualTo("changed");
        assertThat(Relations.stateOf(both.profile()))
                .as("another row may come first, since the key is not unique")
                .isInstanceOf(RelationState.NotLoaded.class);
        assertThat(both.profile().block().name()).isEqualTo("changed");
        assertThat(recorder.count()).isEqualTo(5);
        assertThat(profileOf(1)).containsEntry("name", "changed");
    }

    @Test
    void entitiesThatWereGivenStayAsTheyAre() {
        Profile given = Profile.of(1L, "given");
        mapper.related(childless, User_.PROFILE).save(given).block();

        assertThat(given).isEqualTo(Profile.of(1L, "given"));
        assertThat(childless.profile().blockOptional()).isPresent();
    }
}
