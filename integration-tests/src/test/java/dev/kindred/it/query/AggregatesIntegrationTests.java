package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.StatementException;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
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

/** Aggregates that a query reads. See {@link CountedProfiles} for the rows. */
class AggregatesIntegrationTests {

    private static final String PROFILES = "FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\"";
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
