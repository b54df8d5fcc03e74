package dev.kindred.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RowKey;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.Relation;
import dev.kindred.query.PreloadQuery;
import dev.kindred.support.Avatar;
import dev.kindred.support.Avatar_;
import dev.kindred.support.Booking;
import dev.kindred.support.Booking_;
import dev.kindred.support.Employee;
import dev.kindred.support.Employee_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PreloadStepTests {

    private static final String PROFILE = "SELECT \"id\", \"user_id\", \"name\", \"telephone\" FROM \"profiles\"";
    private static final String USER = "SELECT \"id\", \"email\", \"nickname\", \"logins\" FROM \"users\"";
    private static final String ROOM = "SELECT \"house\", \"number\", \"code\" FROM \"hotel\".\"rooms\"";
    private static final String BOOKING =
            "SELECT \"id\", \"house\", \"room_number\", \"room_code\" FROM \"hotel\".\"bookings\"";

    @SafeVarargs
    private static <E, R> Rendered many(Relation<E, R> relation, E... entities) {
        KeyRows<E> keys = new KeyRows<>(relation.sourceKey());
        for (E entity : entities) {
            keys.add(entity);
        }
        return Rendered.of(PreloadStep.of(relation).queryFor(keys));
    }

    private static <E, R> Rendered one(Relation<E, R> relation, E entity) {
        SelectQuery<R> query = PreloadStep.of(relation).queryFor(entity);
        assertThat(query).isNotNull();
        return Rendered.of(query);
    }

    private static PreloadStep<User, Profile> profileStep(UnaryOperator<PreloadQuery<Profile>> profiles) {
        PreloadPlan<User> plan = PreloadPlan.of(SelectQuery.of(User_.MODEL).preload(User_.PROFILE, profiles));
        assertThat(plan.steps()).hasSize(1);
        @SuppressWarnings("unchecked") // the only step is that of User.profile
        PreloadStep<User, Profile> step =
                (PreloadStep<User, Profile>) plan.steps().get(0);
        return step;
    }

    private static Booking booking(String house, Long number, String code) {
        return new Booking(1, house, number, code, null, null);
    }

    @Test
    void aChildIsReadByItsForeignKeyTheLowestPrimaryKeyFirst() {
        many(User_.PROFILE, User.of(1L), User.of(2L))
                .is(PROFILE + " WHERE \"user_id\" = ANY($1) ORDER BY \"id\" ASC", List.of(1L, 2L));
    }

    @Test
    void anOwnerIsReadByItsPrimaryKeyOfWhichThereIsOne() {
        many(Profile_.USER, Profile.of(1L, 7L), Profile.of(2L, 8L))
                .is(USER + " WHERE \"id\" = ANY($1)", List.of(7L, 8L));
    }

    @Test
    void anOwnerThatIsReadByAnotherKeyIsTheOneWithTheLowestPrimaryKey() {
        many(Booking_.CODED, booking("a", 1L, "x"))
                .is(ROOM + " WHERE \"code\" = $1 ORDER BY \"house\" ASC, \"number\" ASC", "x");
        one(Booking_.CODED, booking("a", 1L, "x"))
                .is(ROOM + " WHERE \"code\" = $1 ORDER BY \"house\" ASC, \"number\" ASC LIMIT $2", "x", 1L);
    }

    @Test
    void keysOfSeveralColumnsAreMatchedAsRows() {
        many(Booking_.ROOM, booking("a", 1L, "x"), booking("a", 2L, "y"), booking("b", 1L, "z"))
                .is(
                        ROOM + " WHERE (\"house\", \"number\") IN (SELECT * FROM unnest($1, $2))",
                        List.of("a", "a", "b"),
                        List.of(1L, 2L, 1L));
        many(Room_.BOOKING, new Room("a", 1, "x", null))
                .is(BOOKING + " WHERE \"house\" = $1 AND \"room_number\" = $2 ORDER BY \"id\" ASC", "a", 1);
    }

    @Test
    void aSelfRelationIsReadInEitherDirection() {
        many(Employee_.MANAGER, new Employee(1, 9L, null, null))
                .is("SELECT \"id\", \"manager_id\" FROM \"employees\" WHERE \"id\" = $1", 9L);
        many(Employee_.REPORT, new Employee(1, 9L, null, null))
                .is(
                        "SELECT \"id\", \"manager_id\" FROM \"employees\" WHERE \"manager_id\" = $1 ORDER BY"
                                + " \"id\" ASC",
                        1L);
    }

    @Test
    void theOneRowOfAnEntityIsReadByItsKeyAndLimited() {
        one(User_.PROFILE, User.of(7L)).is(PROFILE + " WHERE \"user_id\" = $1 ORDER BY \"id\" ASC LIMIT $2", 7L, 1L);
        one(Profile_.USER, Profile.of(1L, 7L)).is(USER + " WHERE \"id\" = $1 LIMIT $2", 7L, 1L);
        one(Booking_.ROOM, booking("a", 2L, "x"))
                .is(ROOM + " WHERE \"house\" = $1 AND \"number\" = $2 LIMIT $3", "a", 2L, 1L);
    }

    @Test
    void anEntityWithANullKeyNeedsNoStatement() {
        assertThat(List.of(
                        PreloadStep.of(User_.PROFILE).queryFor(User.of(null)),
                        PreloadStep.of(Profile_.USER).queryFor(Profile.of(1L, null)),
                        PreloadStep.of(Booking_.ROOM).queryFor(new Booking(1, "a", null, "x", null, null)),
                        PreloadStep.of(Booking_.ROOM).queryFor(new Booking(1, null, 1L, "x", null, null))))
                .allMatch(SelectQuery::matchesNothing);
        assertThat(PreloadStep.of(User_.PROFILE).queryFor(User.of(1L)).matchesNothing())
                .isFalse();
    }

    @Test
    void stepsKeepAQueryThatMatchesNothing() {
        SelectQuery<Profile> query = PreloadStep.of(User_.PROFILE)
                .queryFor(User.of(null))
                .where(Profile_.ID.eq(1L))
                .orWhere(Profile_.ID.eq(2L))
                .limit(1);

        assertThat(query.matchesNothing()).isTrue();
    }

    @Test
    void aConditionThatMatchesNoRowIsSent() {
        SelectQuery<User> query = SelectQuery.of(User_.MODEL).where(User_.ID.in(List.of()));

        assertThat(query.matchesNothing()).isFalse();
    }

    @Test
    void conditionsOrderAndColumnsOfTheUserStandBesideTheKey() {
        PreloadStep<User, Profile> step = profileStep(profiles -> profiles.select(Profile_.NAME)
                .where(Profile_.NAME.eq("a"))
                .orWhere(Profile_.TELEPHONE.isNull())
                .orderBy(Profile_.NAME.desc()));
        KeyRows<User> keys = new KeyRows<>(User_.PROFILE.sourceKey());
        keys.add(User.of(1L));

        Rendered.of(step.queryFor(keys))
                .is(
                        "SELECT DISTINCT ON (\"user_id\") \"name\" FROM \"profiles\" WHERE \"user_id\" = $1"
                                + " AND (\"name\" = $2 OR \"telephone\" IS NULL)"
                                + " ORDER BY \"user_id\" ASC, \"name\" DESC, \"id\" ASC",
                        1L,
                        "a");
        assertThat(step.queryFor(User.of(1L)))
                .isNotNull()
                .satisfies(query -> Rendered.of(query)
                        .is(
                                "SELECT \"name\" FROM \"profiles\" WHERE \"user_id\" = $1"
                                        + " AND (\"name\" = $2 OR \"telephone\" IS NULL)"
                                        + " ORDER BY \"name\" DESC, \"id\" ASC LIMIT $3",
                                1L,
                                "a",
                                1L));
    }

    @Test
    void aRelationToAnotherWidthReadsTheKeyOfItsTarget() {
        many(Avatar_.PROFILE, new Avatar(1, 7, "url", null)).is(PROFILE + " WHERE \"id\" = $1", 7);
        assertThat(PreloadStep.of(Profile_.AVATAR).key())
                .isEqualTo(new RowKey(List.of(Avatar_.PROFILE_ID), List.of(), List.of()));
        assertThat(PreloadStep.of(Booking_.ROOM).key())
                .isEqualTo(new RowKey(List.of(Room_.HOUSE, Room_.NUMBER), List.of(), List.of()));
    }
}
