package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.kindred.model.Condition;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.type.ComparisonOperator;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Users 1 to 6. User 1 has the profile "one" with a telephone. User 2 has two profiles, "two" and "deux", without a
 * telephone. User 3 has "three" with a telephone and an avatar. The others have none. One profile has no user.
 */
class FilterByRelationIntegrationTests {

    private static final String SELECT = "SELECT \"t0\".\"id\", \"t0\".\"email\" FROM \"users\" AS \"t0\" WHERE ";
    private static final String PROFILES = "FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\"";
    private static final String ORDER = " ORDER BY \"t0\".\"id\" ASC";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute("""
                insert into users (email) select 'user' || g from generate_series(1, 6) g order by g;
                insert into profiles (user_id, name, telephone) values
                    (1, 'one', '555-1'), (2, 'two', null), (2, 'deux', null), (3, 'three', '555-3'), (null, 'nobody', \
                '555-0');
                insert into avatars (profile_id, url) values (4, 'https://example.org/3');
                """);
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                method("has", q -> q.has(User_.PROFILE), 1, 2, 3),
                method("andHas", q -> q.where(User_.ID.ge(2L)).andHas(User_.PROFILE), 2, 3),
                method("orHas", q -> q.where(User_.ID.eq(6L)).orHas(User_.PROFILE), 1, 2, 3, 6),
                method("doesntHave", q -> q.doesntHave(User_.PROFILE), 4, 5, 6),
                method("andDoesntHave", q -> q.where(User_.ID.le(4L)).andDoesntHave(User_.PROFILE), 4),
                method("orDoesntHave", q -> q.where(User_.ID.eq(1L)).orDoesntHave(User_.PROFILE), 1, 4, 5, 6),
                method("whereHas", q -> q.whereHas(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNotNull())), 1, 3),
                method(
                        "andWhereHas",
                        q -> q.where(User_.ID.ge(2L))
                                .andWhereHas(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNotNull())),
                        3),
                method(
                        "orWhereHas",
                        q -> q.where(User_.ID.eq(6L)).orWhereHas(User_.PROFILE, p -> p.where(Profile_.NAME.eq("deux"))),
                        2,
                        6),
                method(
                        "whereDoesntHave",
                        q -> q.whereDoesntHave(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNotNull())),
                        2,
                        4,
                        5,
                        6),
                method(
                        "andWhereDoesntHave",
                        q -> q.where(User_.ID.le(3L))
                                .andWhereDoesntHave(User_.PROFILE, p -> p.where(Profile_.NAME.eq("one"))),
                        2,
                        3),
                method(
                        "orWhereDoesntHave",
                        q -> q.where(User_.ID.eq(1L))
                                .orWhereDoesntHave(User_.PROFILE, p -> p.where(Profile_.ID.gt(0L))),
                        1,
                        4,
                        5,
                        6));
    }

    private static String exists(String conditions) {
        return "EXISTS (SELECT 1 " + PROFILES + conditions + ")";
    }

    private static String text(String method) {
        String id = "\"t0\".\"id\"";
        String name = " AND \"t1\".\"name\" = ";
        String telephone = " AND \"t1\".\"telephone\" IS NOT NULL";
        return switch (method) {
            case "has" -> exists("");
            case "andHas" -> id + " >= $1 AND " + exists("");
            case "orHas" -> id + " = $1 OR " + exists("");
            case "doesntHave" -> "NOT " + exists("");
            case "andDoesntHave" -> id + " <= $1 AND NOT " + exists("");
            case "orDoesntHave" -> id + " = $1 OR NOT " + exists("");
            case "whereHas" -> exists(telephone);
            case "andWhereHas" -> id + " >= $1 AND " + exists(telephone);
            case "orWhereHas" -> id + " = $1 OR " + exists(name + "$2");
            case "whereDoesntHave" -> "NOT " + exists(telephone);
            case "andWhereDoesntHave" -> id + " <= $1 AND NOT " + exists(name + "$2");
            case "orWhereDoesntHave" -> id + " = $1 OR NOT " + exists(" AND \"t1\".\"id\" > $2");
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static Arguments method(String name, UnaryOperator<EntitySelect<User>> step, int... expected) {
        return Arguments.of(name, step, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void eachMethodFindsTheRightParentsAndEachOnce(
            String name, UnaryOperator<EntitySelect<User>> step, int[] expected) {
        assertThat(ids(step.apply(mapper.from(User.class)))).containsExactly(longs(expected));
        assertThat(recorder.texts()).containsExactly(SELECT + text(name) + ORDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void eachMethodWorksForCountAndExistsToo(String name, UnaryOperator<EntitySelect<User>> step, int[] expected) {
        EntitySelect<User> query = step.apply(mapper.from(User.class));

        assertThat(query.count().block()).isEqualTo(expected.length);
        assertThat(query.exists().block()).isTrue();
        assertThat(recorder.texts().get(0)).startsWith("SELECT count(*) FROM \"users\" AS \"t0\" WHERE ");
        assertThat(recorder.texts().get(1)).startsWith("SELECT EXISTS (SELECT 1 FROM \"users\" AS \"t0\" WHERE ");
    }

    @Test
    void mixedConditionsAreGroupedAsWritten() {
        List<Long> found = ids(mapper.from(User.class)
                .where(User_.EMAIL.eq("user6"))
                .orHas(User_.PROFILE)
                .where(User_.ID.ne(1L))
                .orWhereDoesntHave(User_.PROFILE, p -> p.where(Profile_.NAME.ne("one"))));

        assertThat(found).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(recorder.texts())
                .containsExactly(SELECT + "((\"t0\".\"email\" = $1 OR EXISTS (SELECT 1 " + PROFILES
                        + ")) AND \"t0\".\"id\" <> $2) OR NOT EXISTS (SELECT 1 " + PROFILES
                        + " AND \"t1\".\"name\" <> $3)" + ORDER);
    }

    @Test
    void conditionsOnRelationsStandInsideAndOrNot() {
        Condition<User> telephone = User_.PROFILE.exists(p -> p.where(Profile_.TELEPHONE.isNotNull()));

        assertThat(ids(mapper.from(User.class)
                        .where(telephone.or(User_.ID.eq(5L)).and(User_.ID.gt(1L)))))
                .containsExactly(3L, 5L);
        assertThat(ids(mapper.from(User.class)
                        .where(telephone.not().and(User_.PROFILE.exists()).or(User_.ID.eq(6L)))))
                .containsExactly(2L, 6L);
        assertThat(ids(mapper.from(User.class)
                        .where(User_.PROFILE
                                .doesntExist(p -> p.where(Profile_.NAME.eq("two")))
                                .and(User_.PROFILE.exists()))))
                .containsExactly(1L, 3L);
    }

    @Test
    void anOrInACallbackCannotEscapeItsCorrelation() {
        List<Long> found = ids(mapper.from(User.class)
                .whereHas(User_.PROFILE, p -> p.where(Profile_.NAME.eq("one")).orWhere(Profile_.NAME.eq("nobody"))));

        assertThat(found).containsExactly(1L);
        assertThat(recorder.texts())
                .containsExactly(SELECT + "EXISTS (SELECT 1 " + PROFILES
                        + " AND (\"t1\".\"name\" = $1 OR \"t1\".\"name\" = $2))" + ORDER);
    }

    @Test
    void aSelfRelationThreeLevelsDeepIsCorrelatedLevelByLevel() {
        database.postgres().execute("""
                insert into employees values (1, 'head', null), (2, 'two', 1), (3, 'three', 2), (4, 'four', 3), (5, \
                'other head', null),
                    (6, 'six', 5), (7, 'seven', 6), (8, 'eight', 7)""");

        List<Integer> found = mapper.from(Employee.class)
                .whereHas(
                        Employee_.MANAGER,
                        one -> one.whereHas(
                                Employee_.MANAGER,
                                two -> two.whereHas(
                                        Employee_.MANAGER, three -> three.where(Employee_.NAME.eq("head")))))
                .all()
                .map(Employee::id)
                .collectList()
                .block();

        assertThat(found).containsExactly(4);
        assertThat(recorder.texts())
                .containsExactly("SELECT \"t0\".\"id\", \"t0\".\"name\", \"t0\".\"manager_id\" FROM \"employees\" AS"
                        + " \"t0\" WHERE EXISTS"
                        + " (SELECT 1 FROM \"employees\" AS \"t1\" WHERE \"t1\".\"id\" ="
                        + " \"t0\".\"manager_id\" AND EXISTS"
                        + " (SELECT 1 FROM \"employees\" AS \"t2\" WHERE \"t2\".\"id\" ="
                        + " \"t1\".\"manager_id\" AND EXISTS"
                        + " (SELECT 1 FROM \"employees\" AS \"t3\" WHERE \"t3\".\"id\" = \"t2\".\"manager_id\""
                        + " AND \"t3\".\"name\" = $1)))");
    }

    @Test
    void bothDirectionsOfASelfRelationAreKeptApart() {
        database.postgres()
                .execute("insert into employees values (1, 'head', null), (2, 'two', 1), (3, 'three', 2), (4,"
                        + " 'alone', null)");

        assertThat(names(mapper.from(Employee.class).has(Employee_.REPORT))).containsExactly("head", "two");
        assertThat(names(mapper.from(Employee.class).has(Employee_.REPORT).has(Employee_.MANAGER)))
                .containsExactly("two");
        assertThat(names(mapper.from(Employee.class)
                        .whereHas(Employee_.REPORT, report -> report.doesntHave(Employee_.REPORT))))
                .containsExactly("two");
    }

    @Test
    void relationsAreFilteredByTheNumberOfTheirRows() {
        assertThat(ids(mapper.from(User.class).has(User_.PROFILE, ComparisonOperator.GREATER_OR_EQUAL, 2)))
                .containsExactly(2L);
        assertThat(ids(mapper.from(User.class).has(User_.PROFILE, ComparisonOperator.EQUAL, 1)))
                .containsExactly(1L, 3L);
        assertThat(ids(mapper.from(User.class).has(User_.PROFILE, ComparisonOperator.LESS, 1)))
                .containsExactly(4L, 5L, 6L);
        assertThat(ids(mapper.from(User.class)
                        .whereHas(User_.PROFILE, p -> p.where(Profile_.NAME.ne("deux")), ComparisonOperator.EQUAL, 1)))
                .containsExactly(1L, 2L, 3L);
        assertThat(ids(mapper.from(User.class).where(User_.PROFILE.count().ne(0L))))
                .containsExactly(1L, 2L, 3L);
        assertThat(recorder.texts().get(0)).isEqualTo(SELECT + "(SELECT count(*) " + PROFILES + ") >= $1" + ORDER);
        assertThat(recorder.texts().get(2)).isEqualTo(SELECT + "NOT EXISTS (SELECT 1 " + PROFILES + ")" + ORDER);
    }

    @Test
    void filtersNestThroughTwoRelations() {
        List<Long> found = ids(mapper.from(User.class)
                .whereHas(User_.PROFILE, p -> p.whereHas(Profile_.AVATAR, a -> a.where(Avatar_.URL.endsWith("/3")))));

        assertThat(found).containsExactly(3L);
        assertThat(recorder.texts())
                .containsExactly(SELECT + "EXISTS (SELECT 1 " + PROFILES
                        + " AND EXISTS (SELECT 1 FROM \"avatars\" AS \"t2\" WHERE \"t2\".\"profile_id\" = \"t1\".\"id\""
                        + " AND \"t2\".\"url\" LIKE $1 ESCAPE '\\'))" + ORDER);
    }

    @Test
    void anOrderInACallbackHasNoEffect() {
        assertThat(ids(mapper.from(User.class)
                        .whereHas(User_.PROFILE, p -> p.orderBy(Profile_.NAME.asc()), ComparisonOperator.GREATER, 1)))
                .containsExactly(2L);
        assertThat(mapper.from(User.class)
                        .whereHas(User_.PROFILE, p -> p.orderBy(Profile_.NAME.asc()))
                        .orderBy(User_.EMAIL.asc())
                        .count()
                        .block())
                .isEqualTo(3L);
    }

    @Test
    void rowsAreSortedByTheNumberOfTheirRelatedRows() {
        List<Long> found = mapper.from(User.class)
                .orderBy(User_.PROFILE.count().desc(), User_.ID.desc())
                .all()
                .map(User::id)
                .collectList()
                .block();

        assertThat(found).containsExactly(2L, 3L, 1L, 6L, 5L, 4L);
    }

    @Test
    void conditionsOfAPreloadMayAskForRelationsInTurn() {
        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE, p -> p.has(Profile_.AVATAR))
                .orderBy(User_.ID.asc())
                .limit(3)
                .all()
                .collectList()
                .block();

        assertThat(users)
                .map(user -> Relations.stateOf(user.profile()) instanceof RelationState.Loaded)
                .containsExactly(false, false, true);
        assertThat(recorder.texts().get(1))
                .isEqualTo("SELECT \"t0\".\"id\", \"t0\".\"user_id\", \"t0\".\"name\", \"t0\".\"telephone\","
                        + " \"t0\".\"locale\""
                        + " FROM \"profiles\" AS \"t0\" WHERE \"t0\".\"user_id\" = ANY($1) AND EXISTS"
                        + " (SELECT 1 FROM \"avatars\" AS \"t1\""
                        + " WHERE \"t1\".\"profile_id\" = \"t0\".\"id\") ORDER BY \"t0\".\"id\" ASC");
    }

    @Test
    void theQueryOfOneRelationMayAskForRelationsInTurn() {
        User three = mapper.get(User.class, 3L).block();
        User one = mapper.get(User.class, 1L).block();

        assertThat(mapper.related(three, User_.PROFILE)
                        .query()
                        .has(Profile_.AVATAR)
                        .exists()
                        .block())
                .isTrue();
        assertThat(mapper.related(one, User_.PROFILE)
                        .query()
                        .has(Profile_.AVATAR)
                        .orWhere(Profile_.ID.eq(4L))
                        .exists()
                        .block())
                .isFalse();
    }

    @Test
    void rowsRelatedToAnEntityAreFoundByItsKey() {
        User two = mapper.get(User.class, 2L).block();
        recorder.clear();

        assertThat(profiles(mapper.from(Profile.class).whereRelated(Profile_.USER, two)))
                .containsExactly("deux", "two");
        assertThat(profiles(mapper.from(Profile.class).whereNotRelated(Profile_.USER, two)))
                .containsExactly("nobody", "one", "three");
        assertThat(profiles(mapper.from(Profile.class).whereRelated(Profile_.USER, User.of("unsaved"))))
                .isEmpty();
        assertThat(recorder.texts().get(0)).endsWith("FROM \"profiles\" WHERE \"user_id\" = $1 ORDER BY \"name\" ASC");
    }

    private static List<Long> ids(EntitySelect<User> query) {
        return query.orderBy(User_.ID.asc()).all().map(User::id).collectList().block();
    }

    private static List<String> names(EntitySelect<Employee> query) {
        return query.orderBy(Employee_.ID.asc())
                .all()
                .map(Employee::name)
                .collectList()
                .block();
    }

    private static List<String> profiles(EntitySelect<Profile> query) {
        return query.orderBy(Profile_.NAME.asc())
                .all()
                .map(Profile::name)
                .collectList()
                .block();
    }

    private static Long[] longs(int[] values) {
        return Arrays.stream(values).mapToObj(Long::valueOf).toArray(Long[]::new);
    }
}
