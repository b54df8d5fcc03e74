package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Aggregates of entities that were read before. See {@link CountedProfiles} for the rows. */
class AggregatesAtHandIntegrationTests {

    private static final Aggregate<User, Long> PROFILE_COUNT = User_.PROFILE.count();

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES + KeySchema.TABLES)
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, CountedProfiles.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void entitiesAtHandGetTheirValuesInOneStatement() {
        List<User> users = list(mapper.from(User.class).orderBy(User_.ID.desc()).all());
        recorder.clear();
        Aggregate<User, @Nullable Long> last = User_.PROFILE.max(Profile_.ID);

        List<Aggregated<User>> rows = list(mapper.aggregate(users, List.of(PROFILE_COUNT, last)));

        assertThat(rows).map(Aggregated::entity).containsExactlyElementsOf(users);
        assertThat(rows).map(row -> row.get(PROFILE_COUNT)).containsExactly(0L, 1L, 2L, 1L);
        assertThat(rows).map(row -> row.getOrNull(last)).containsExactly(null, 4L, 3L, 1L);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"user_id\", count(*), max(\"id\") FROM \"profiles\" WHERE \"user_id\" = ANY($1)"
                                + " GROUP BY \"user_id\"");
    }

    @Test
    void valuesOverOtherRowsTakeAStatementEach() {
        List<User> users = list(mapper.from(User.class).orderBy(User_.ID.asc()).all());
        recorder.clear();
        Aggregate<User, Long> reachable = User_.PROFILE
                .count(p -> p.where(Profile_.TELEPHONE.isNotNull()))
                .as("reachable");

        List<Aggregated<User>> rows = list(mapper.aggregate(users, List.of(PROFILE_COUNT, reachable)));

        assertThat(rows).map(row -> row.get(reachable)).containsExactly(0L, 1L, 1L, 0L);
        assertThat(rows).map(row -> row.get(PROFILE_COUNT)).containsExactly(1L, 2L, 1L, 0L);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void entitiesWithoutAKeyHaveNoRowsAndCostNoStatement() {
        List<Aggregated<User>> rows = list(mapper.aggregate(List.of(User.of("unsaved")), PROFILE_COUNT));

        assertThat(rows).map(row -> row.get(PROFILE_COUNT)).containsExactly(0L);
        assertThat(list(mapper.aggregate(List.of(), PROFILE_COUNT))).isEmpty();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void anEntityReadWithoutTheKeyIsAnErrorBeforeAnyStatement() {
        List<User> users = list(mapper.from(User.class).select(User_.EMAIL).all());
        recorder.clear();

        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> mapper.aggregate(users, PROFILE_COUNT))
                .withMessageContaining("User.profile");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void compositeKeysAreGroupedByAllTheirColumns() {
        database.postgres()
                .execute("insert into rooms values ('north', 1, 'a'), ('north', 2, 'b'), ('south', 1, 'c');insert"
                        + " into desks values (1, 'north', 1), (2, 'north', 1), (3, 'south', 1), (4,"
                        + " 'south', null)");
        List<Room> rooms = list(mapper.from(Room.class)
                .orderBy(Room_.BUILDING.asc(), Room_.NUMBER.asc())
                .all());
        recorder.clear();

        assertThat(list(mapper.aggregate(rooms, Room_.DESK.count())))
                .map(row -> row.get(Room_.DESK.count()))
                .containsExactly(2L, 0L, 1L);
        assertThat(list(mapper.from(Room.class)
                        .withCount(Room_.DESK)
                        .orderBy(Room_.BUILDING.asc(), Room_.NUMBER.asc())
                        .all()))
                .map(row -> row.get(Room_.DESK.count()))
                .containsExactly(2L, 0L, 1L);
        assertThat(recorder.texts().get(0))
                .isEqualTo("SELECT \"building\", \"room_number\", count(*) FROM \"desks\" WHERE (\"building\","
                        + " \"room_number\") IN"
                        + " (SELECT * FROM unnest($1, $2)) GROUP BY \"building\", \"room_number\"");
    }

    @Test
    void valuesOfEntitiesAtHandAreReadInTheTransactionOfTheSubscriber() {
        User user = mapper.get(User.class, 4L).block();

        Long count = mapper.insert(Profile.of(4L, "new"))
                .then(mapper.aggregate(List.of(user), PROFILE_COUNT)
                        .map(row -> row.get(PROFILE_COUNT))
                        .next())
                .as(mapper::transactional)
                .block();

        assertThat(count).isEqualTo(1L);
    }

    @Test
    void onOneConnectionValuesAndGroupsAreReadInsideTheReadOfTheirEntities() {
        ReactiveMapper narrow =
                ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();

        List<Long> counts = list(narrow.from(User.class)
                .with(PROFILE_COUNT)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .all()
                .flatMapSequential(row -> narrow.aggregate(List.of(row.entity()), PROFILE_COUNT)
                        .concatWith(Flux.defer(() -> narrow.from(User.class)
                                .has(User_.PROFILE)
                                .with(PROFILE_COUNT)
                                .orderBy(PROFILE_COUNT.desc())
                                .all()))
                        .next()
                        .map(again -> again.get(PROFILE_COUNT))));

        assertThat(counts).containsExactly(1L, 2L, 1L, 0L);
    }

    @Test
    void whatTakesTheFirstValueLeavesNothingOpen() {
        assertThat(mapper.from(User.class)
                        .with(PROFILE_COUNT)
                        .orderBy(PROFILE_COUNT.desc())
                        .all()
                        .map(row -> row.get(PROFILE_COUNT))
                        .take(1)
                        .collectList()
                        .block())
                .containsExactly(2L);
        assertThat(mapper.aggregate(List.of(new User(2L, "user2", null)), PROFILE_COUNT)
                        .map(row -> row.get(PROFILE_COUNT))
                        .next()
                        .block())
                .isEqualTo(2L);
    }

    private static <T> List<T> list(Flux<T> flux) {
        return flux.collectList().block();
    }
}
