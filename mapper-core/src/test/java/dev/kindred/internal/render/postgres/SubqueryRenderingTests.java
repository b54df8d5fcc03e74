package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Count;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Exists;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Condition;
import dev.kindred.model.Handmade;
import dev.kindred.model.NumberColumn;
import dev.kindred.support.Avatar_;
import dev.kindred.support.Booking;
import dev.kindred.support.Booking_;
import dev.kindred.support.Employee;
import dev.kindred.support.Employee_;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubqueryRenderingTests {

    private static final SelectQuery<User> IDS = SelectQuery.of(User_.MODEL).select(User_.ID);
    private static final String USERS = "SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE ";
    private static final String PROFILE = "FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\"";

    @Test
    void aSubqueryIsCorrelatedWithTheRowOutsideAndQualifiesEveryColumn() {
        Rendered.of(SelectQuery.of(User_.MODEL)
                        .has(User_.PROFILE)
                        .where(User_.EMAIL.eq("a"))
                        .orderBy(User_.ID.desc())
                        .limit(3))
                .is(
                        "SELECT \"t0\".\"id\", \"t0\".\"email\", \"t0\".\"nickname\", \"t0\".\"logins\" FROM"
                                + " \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 " + PROFILE
                                + ") AND \"t0\".\"email\" = $1 ORDER BY \"t0\".\"id\" DESC LIMIT $2",
                        "a",
                        3L);
    }

    @Test
    void aStatementWithoutASubqueryHasNoAlias() {
        Rendered.of(IDS.where(User_.EMAIL.eq("a")).orderBy(User_.ID.asc()))
                .is("SELECT \"id\" FROM \"users\" WHERE \"email\" = $1 ORDER BY \"id\" ASC", "a");
    }

    @Test
    void absenceIsNotExists() {
        Rendered.of(IDS.doesntHave(User_.PROFILE)).is(USERS + "NOT EXISTS (SELECT 1 " + PROFILE + ")");
    }

    @Test
    void anOrBehindARelationStaysInParentheses() {
        Rendered.of(IDS.whereHas(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.NAME.eq("a")).orWhere(Profile_.TELEPHONE.isNotNull())))
                .is(
                        USERS + "EXISTS (SELECT 1 " + PROFILE
                                + " AND (\"t1\".\"name\" = $1 OR \"t1\".\"telephone\" IS NOT NULL))",
                        "a");
    }

    @Test
    void severalConditionsBehindARelationStayTogether() {
        Rendered.of(IDS.whereHas(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.NAME.like("a%")).where(Profile_.ID.in(1L, 2L))))
                .is(
                        USERS + "EXISTS (SELECT 1 " + PROFILE
                                + " AND (\"t1\".\"name\" LIKE $1 ESCAPE '\\' AND \"t1\".\"id\" = ANY($2)))",
                        "a%",
                        List.of(1L, 2L));
    }

    @Test
    void eachLevelOfASelfRelationIsCorrelatedWithTheOneRightOutsideIt() {
        SelectQuery<Employee> employees = SelectQuery.of(Employee_.MODEL).select(Employee_.ID);

        Rendered.of(employees.whereHas(
                        Employee_.MANAGER,
                        one -> one.whereHas(
                                Employee_.MANAGER,
                                two -> two.whereHas(Employee_.MANAGER, three -> three.where(Employee_.ID.eq(1L))))))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"employees\" AS \"t0\" WHERE EXISTS"
                                + " (SELECT 1 FROM \"employees\" AS \"t1\" WHERE \"t1\".\"id\" ="
                                + " \"t0\".\"manager_id\" AND EXISTS"
                                + " (SELECT 1 FROM \"employees\" AS \"t2\" WHERE \"t2\".\"id\" ="
                                + " \"t1\".\"manager_id\" AND EXISTS"
                                + " (SELECT 1 FROM \"employees\" AS \"t3\" WHERE \"t3\".\"id\" = \"t2\".\"manager_id\""
                                + " AND \"t3\".\"id\" = $1)))",
                        1L);
    }

    @Test
    void bothDirectionsOfARelationNest() {
        Rendered.of(SelectQuery.of(Avatar_.MODEL)
                        .select(Avatar_.ID)
                        .whereHas(
                                Avatar_.PROFILE,
                                profile -> profile.whereHas(Profile_.USER, user -> user.has(User_.PROFILE))))
                .is("SELECT \"t0\".\"id\" FROM \"avatars\" AS \"t0\" WHERE EXISTS"
                        + " (SELECT 1 FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"id\" = \"t0\".\"profile_id\" AND"
                        + " EXISTS"
                        + " (SELECT 1 FROM \"users\" AS \"t2\" WHERE \"t2\".\"id\" = \"t1\".\"user_id\" AND EXISTS"
                        + " (SELECT 1 FROM \"profiles\" AS \"t3\" WHERE \"t3\".\"user_id\" = \"t2\".\"id\")))");
    }

    @Test
    void twoRelationsSideBySideAreOnTheSameLevel() {
        Rendered.of(SelectQuery.of(Profile_.MODEL)
                        .select(Profile_.ID)
                        .has(Profile_.USER)
                        .orHas(Profile_.AVATAR))
                .is("SELECT \"t0\".\"id\" FROM \"profiles\" AS \"t0\" WHERE"
                        + " EXISTS (SELECT 1 FROM \"users\" AS \"t1\" WHERE \"t1\".\"id\" = \"t0\".\"user_id\")"
                        + " OR EXISTS (SELECT 1 FROM \"avatars\" AS \"t1\" WHERE \"t1\".\"profile_id\" ="
                        + " \"t0\".\"id\")");
    }

    @Test
    void everyColumnOfACompositeKeyIsLinked() {
        SelectQuery<Booking> bookings = SelectQuery.of(Booking_.MODEL).select(Booking_.ID);

        Rendered.of(bookings.has(Booking_.ROOM))
                .is("SELECT \"t0\".\"id\" FROM \"hotel\".\"bookings\" AS \"t0\" WHERE EXISTS"
                        + " (SELECT 1 FROM \"hotel\".\"rooms\" AS \"t1\" WHERE \"t1\".\"house\" = \"t0\".\"house\""
                        + " AND \"t1\".\"number\" = \"t0\".\"room_number\")");
    }

    @Test
    void keysOfSeveralColumnsAreQualifiedToo() {
        KeyRows<Booking> keys = new KeyRows<>(Booking_.ROOM.sourceKey());
        keys.add(new Booking(1, "north", 12L, null, null, null));
        keys.add(new Booking(2, "south", 1L, null, null, null));

        Rendered.of(PreloadStep.of(Booking_.ROOM)
                        .queryFor(keys)
                        .select(Room_.CODE)
                        .has(Room_.BOOKING))
                .is(
                        "SELECT \"t0\".\"code\" FROM \"hotel\".\"rooms\" AS \"t0\" WHERE (\"t0\".\"house\","
                                + " \"t0\".\"number\") IN"
                                + " (SELECT * FROM unnest($1, $2)) AND EXISTS (SELECT 1 FROM"
                                + " \"hotel\".\"bookings\" AS \"t1\""
                                + " WHERE \"t1\".\"house\" = \"t0\".\"house\" AND \"t1\".\"room_number\" ="
                                + " \"t0\".\"number\")",
                        List.of("north", "south"),
                        List.of(12L, 1L));
    }

    @Test
    void anOrderOfTheRelatedRowsIsLeftOut() {
        Rendered.of(IDS.whereHas(User_.PROFILE, profile -> profile.orderBy(Profile_.NAME.asc(), Profile_.ID.desc())))
                .is(USERS + "EXISTS (SELECT 1 " + PROFILE + ")");
    }

    @Test
    void countAndExistsTakeTheSameConditions() {
        Select select =
                IDS.has(User_.PROFILE).orderBy(User_.PROFILE.count().asc()).toSelect();
        Select page = IDS.has(User_.PROFILE).limit(2).toSelect();

        Rendered.of(new Count(select))
                .is("SELECT count(*) FROM \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 " + PROFILE + ")");
        Rendered.of(new Exists(select))
                .is("SELECT EXISTS (SELECT 1 FROM \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 " + PROFILE + "))");
        Rendered.of(new Count(page))
                .is(
                        "SELECT count(*) FROM (SELECT 1 FROM \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 " + PROFILE
                                + ") LIMIT $1) AS \"page\"",
                        2L);
    }

    @Test
    void updateAndDeleteTakeConditionsOnRelationsToo() {
        Condition<User> lonely = User_.PROFILE.doesntExist();

        Rendered.of(new Delete(Nodes.of(User_.MODEL).table(), Nodes.of(lonely)))
                .is("DELETE FROM \"users\" AS \"t0\" WHERE NOT EXISTS (SELECT 1 " + PROFILE + ")");
        Rendered.of(new Update(
                        Nodes.of(User_.MODEL).table(),
                        List.of(new SetColumn(Columns.reference(User_.EMAIL), new Parameter(SqlTypes.STRING, "a"))),
                        Nodes.of(lonely),
                        List.of(Columns.reference(User_.ID))))
                .is(
                        "UPDATE \"users\" AS \"t0\" SET \"email\" = $1 WHERE NOT EXISTS (SELECT 1 " + PROFILE
                                + ") RETURNING \"id\"",
                        "a");
    }

    @Test
    void aTableThatIsCalledLikeAnAliasIsHiddenByNone() {
        NumberColumn<User, Long> id =
                Handmade.number(ColumnDefinition.of(User.class, "id", "id", SqlTypes.LONG, User::id));

        Rendered.of(new Select(
                        TableName.of("t1"),
                        List.of(Columns.reference(id)),
                        Nodes.of(User_.PROFILE.exists()),
                        List.of(),
                        Select.Page.ALL))
                .is("SELECT \"t0\".\"id\" FROM \"t1\" AS \"t0\" WHERE EXISTS (SELECT 1 " + PROFILE + ")");
    }

    @Test
    void otherValuesGiveTheSameText() {
        Rendered one = Rendered.of(filtered("a", 2));
        Rendered other = Rendered.of(filtered("'; drop table users; --", 77));

        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.values()).isNotEqualTo(one.values());
    }

    private static SelectQuery<User> filtered(String name, long count) {
        return IDS.whereHas(
                User_.PROFILE,
                profile -> profile.where(Profile_.NAME.eq(name)),
                ComparisonOperator.LESS_OR_EQUAL,
                count);
    }

    @Test
    void aPathOfSeveralStepsJoinsTheTablesBeforeTheLastOne() {
        Hop profile = Nodes.of(User_.PROFILE).hops().get(0);
        Predicate named = Nodes.of(Profile_.NAME.eq("a"));
        Hop withName = new Hop(profile.table(), profile.links(), List.of(named));
        Hop avatar = Nodes.of(Profile_.AVATAR).hops().get(0);
        Subquery path = new Subquery(List.of(withName, avatar), List.of(Nodes.of(Avatar_.URL.eq("u"))));

        Rendered.of(IDS.and(new Predicate.Related(path)))
                .is(
                        USERS + "EXISTS (SELECT 1 FROM \"avatars\" AS \"t1\" JOIN \"profiles\" AS \"t1_1\""
                                + " ON \"t1\".\"profile_id\" = \"t1_1\".\"id\""
                                + " WHERE \"t1_1\".\"user_id\" = \"t0\".\"id\" AND \"t1_1\".\"name\" = $1"
                                + " AND \"t1\".\"url\" = $2)",
                        "a",
                        "u");
    }
}
