package dev.kindred.it.query;

import static dev.kindred.it.query.FilteredUsers.ORDER;
import static dev.kindred.it.query.FilteredUsers.PROFILES;
import static dev.kindred.it.query.FilteredUsers.SELECT;
import static dev.kindred.it.query.FilteredUsers.ids;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Combined and nested filters by relations. See {@link FilteredUsers} for the rows. */
class FilterByRelationIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, FilteredUsers.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
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
}
