package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.StatementException;
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
import dev.kindred.reactor.Relations;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/**
 * Users 1 to 4. User 1 has the profile 1, user 2 the profiles 2 and 3, user 3 the profile 4; the last two have a
 * telephone.
 */
class AggregatesIntegrationTests {

    private static final String PROFILES = "FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\"";
    private static final Aggregate<User, Long> PROFILE_COUNT = User_.PROFILE.count();

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES + KeySchema.TABLES)
            .resetBefore(Schema.EMPTY + ";" + KeySchema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute("""
                insert into users (email) select 'user' || g from generate_series(1, 4) g order by g;
                insert into profiles (user_id, name, telephone) values
                    (1, 'one', null), (2, 'two', null), (2, 'deux', '555-2'), (3, 'three', '555-3'), (null, 'nobody', \
                null);
                """);
    }

    @Test
    void withCountReadsTheNumberAsALongNextToTheEntity() {
        List<Aggregated<User>> rows = list(mapper.from(User.class)
                .withCount(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .all());

        assertThat(rows).map(row -> row.entity().id()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows).map(row -> row.get(PROFILE_COUNT)).containsExactly(1L, 2L, 1L, 0L);
        assertThat(rows).map(row -> row.get("profileCount", Long.class)).containsExactly(1L, 2L, 1L, 0L);
        assertThat(recorder.texts())
                .containsExactly("SELECT \"t0\".\"id\", \"t0\".\"email\", (SELECT count(*) " + PROFILES
                        + ") FROM \"users\" AS \"t0\" ORDER BY \"t0\".\"id\" ASC");
    }

    @Test
    void severalValuesOfOneRelationHaveConditionsAndNamesOfTheirOwn() {
        Aggregate<User, Long> reachable = User_.PROFILE
                .count(p -> p.where(Profile_.TELEPHONE.isNotNull()).orWhere(Profile_.NAME.eq("nobody")))
                .as("reachable");

        List<Aggregated<User>> rows = list(mapper.from(User.class)
                .with(PROFILE_COUNT, reachable)
                .withExists(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .all());

        assertThat(rows).map(row -> row.get(PROFILE_COUNT)).containsExactly(1L, 2L, 1L, 0L);
        assertThat(rows).map(row -> row.get(reachable)).containsExactly(0L, 1L, 1L, 0L);
        assertThat(rows).map(row -> row.get("reachable", Long.class)).containsExactly(0L, 1L, 1L, 0L);
        assertThat(rows).map(row -> row.get(User_.PROFILE.existence())).containsExactly(true, true, true, false);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"t0\".\"id\", \"t0\".\"email\", (SELECT count(*) " + PROFILES + "), (SELECT count(*) "
                                + PROFILES
                                + " AND (\"t1\".\"telephone\" IS NOT NULL OR \"t1\".\"name\" = $1)), EXISTS (SELECT 1 "
                                + PROFILES + ") FROM \"users\" AS \"t0\" ORDER BY \"t0\".\"id\" ASC");
    }

    @Test
    void aSumOverNothingIsEmptyAndNotZero() {
        Aggregate<User, @Nullable BigDecimal> sum = User_.PROFILE.sum(Profile_.ID);
        Aggregate<User, @Nullable Long> total =
                User_.PROFILE.sumAsLong(Profile_.ID).as("total");
        Aggregate<User, @Nullable BigDecimal> mean = User_.PROFILE.avg(Profile_.ID);
        Aggregate<User, @Nullable Double> approximate =
                User_.PROFILE.avgAsDouble(Profile_.ID).as("approximate");
        Aggregate<User, @Nullable String> first = User_.PROFILE.min(Profile_.NAME);
        Aggregate<User, @Nullable Long> last = User_.PROFILE.max(Profile_.ID);

        List<Aggregated<User>> rows = list(mapper.from(User.class)
                .with(List.of(sum, total, mean, approximate, first, last))
                .where(User_.ID.in(2L, 4L))
                .orderBy(User_.ID.asc())
                .all());

        assertThat(rows.get(0).get(sum)).isEqualByComparingTo("5");
        assertThat(rows.get(0).get(total)).isEqualTo(5L);
        assertThat(rows.get(0).get(mean)).isEqualByComparingTo("2.5");
        assertThat(rows.get(0).get(approximate)).isEqualTo(2.5);
        assertThat(rows.get(0).get(first)).isEqualTo("deux");
        assertThat(rows.get(0).get(last)).isEqualTo(3L);
        assertThat(List.of(sum, total, mean, approximate, first, last))
                .allSatisfy(aggregate ->
                        assertThat((Object) rows.get(1).getOrNull(aggregate)).isNull());
    }

    @Test
    void theStepsForEachFunctionTakeConditions() {
        Aggregated<User> row = mapper.from(User.class)
                .withCount(User_.PROFILE, p -> p.where(Profile_.NAME.eq("two")))
                .withExists(User_.PROFILE, p -> p.where(Profile_.NAME.eq("three")))
                .withSum(User_.PROFILE, Profile_.ID, p -> p.where(Profile_.ID.gt(2L)))
                .withAvg(User_.PROFILE, Profile_.ID, p -> p.where(Profile_.ID.gt(2L)))
                .withMin(User_.PROFILE, Profile_.ID, p -> p.where(Profile_.ID.gt(2L)))
                .withMax(User_.PROFILE, Profile_.ID, p -> p.where(Profile_.ID.lt(3L)))
                .where(User_.ID.eq(2L))
                .one()
                .block();

        assertThat(row.get("profileCount", Long.class)).isEqualTo(1);
        assertThat(row.get("profileExists", Boolean.class)).isFalse();
        assertThat(row.get("profileSumId", BigDecimal.class)).isEqualByComparingTo("3");
        assertThat(row.get("profileAvgId", BigDecimal.class)).isEqualByComparingTo("3");
        assertThat(row.get("profileMinId", Long.class)).isEqualTo(3L);
        assertThat(row.get("profileMaxId", Long.class)).isEqualTo(2L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void anOrderAmongTheRelatedRowsDoesNotDisturbACount() {
        Aggregated<User> row = mapper.from(User.class)
                .withCount(User_.PROFILE, p -> p.orderBy(Profile_.NAME.desc()))
                .where(User_.ID.eq(2L))
                .one()
                .block();

        assertThat(row.get(PROFILE_COUNT)).isEqualTo(2L);
    }

    @Test
    void customColumnsPreloadOrderAndLimitWorkTogetherWithACount() {
        List<Aggregated<User>> rows = list(mapper.from(User.class)
                .select(User_.ID)
                .with(PROFILE_COUNT)
                .preload(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNotNull()))
                .orderBy(PROFILE_COUNT.desc(), User_.ID.desc())
                .limit(2)
                .all());

        assertThat(rows).map(row -> row.entity().id()).containsExactly(2L, 3L);
        assertThat(rows).map(row -> row.entity().email()).containsOnlyNulls();
        assertThat(rows).map(row -> row.get(PROFILE_COUNT)).containsExactly(2L, 1L);
        assertThat(rows)
                .map(row ->
                        Relations.stateOf(row.entity().profile()).getOrNull().name())
                .containsExactly("deux", "three");
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"t0\".\"id\", (SELECT count(*) " + PROFILES
                                + ") FROM \"users\" AS \"t0\" ORDER BY 2 DESC, \"t0\".\"id\" DESC LIMIT $1",
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1)"
                                + " AND \"telephone\" IS NOT NULL ORDER BY \"id\" ASC");
    }

    @Test
    void entitiesWithValuesHaveLiveHandlesThatLoadTogether() {
        List<String> names = mapper.from(User.class)
                .with(PROFILE_COUNT)
                .orderBy(User_.ID.asc())
                .all()
                .concatMap(row -> row.entity().profile())
                .map(Profile::name)
                .collectList()
                .block();

        assertThat(names).containsExactly("one", "two", "three");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void firstReadsOneRowAndOfNoRowsNothingComes() {
        assertThat(mapper.from(User.class)
                        .with(PROFILE_COUNT)
                        .orderBy(PROFILE_COUNT.desc())
                        .first()
                        .block()
                        .entity()
                        .id())
                .isEqualTo(2L);
        assertThat(mapper.from(User.class)
                        .with(PROFILE_COUNT)
                        .where(User_.ID.eq(99L))
                        .first()
                        .blockOptional())
                .isEmpty();
        assertThat(mapper.related(User.of("unsaved"), User_.PROFILE)
                        .query()
                        .withCount(Profile_.AVATAR)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(recorder.executions().get(0).rows()).isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(2);
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

    @Test
    void aValueThatTheServerRefusesIsAnErrorThatShowsTheStatement() {
        database.postgres().execute("insert into profiles (id, user_id, name) values (9223372036854775807, 1, 'last')");

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> list(mapper.from(User.class)
                        .with(User_.PROFILE.sumAsLong(Profile_.ID))
                        .all()))
                .withMessageContaining("sum(")
                .satisfies(error -> assertThat(error.sqlState()).isEqualTo("22003"));
        assertThat(mapper.from(User.class)
                        .with(User_.PROFILE.sum(Profile_.ID))
                        .where(User_.ID.eq(1L))
                        .one()
                        .map(row -> row.get("profileSumId", BigDecimal.class))
                        .block())
                .isEqualByComparingTo("9223372036854775808");
    }

    @Test
    void twoDifferentValuesUnderOneNameAreAnErrorBeforeAnyStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.from(User.class)
                        .withCount(User_.PROFILE)
                        .withCount(User_.PROFILE, p -> p.where(Profile_.NAME.eq("one"))))
                .withMessageContaining("profileCount")
                .withMessageContaining("as(..)");
        assertThat(recorder.count()).isZero();
    }

    private static <T> List<T> list(Flux<T> flux) {
        return flux.collectList().block();
    }
}
