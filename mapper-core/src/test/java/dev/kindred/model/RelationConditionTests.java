package dev.kindred.model;

import static dev.kindred.support.Absent.absent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.support.Booking;
import dev.kindred.support.Booking_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.ComparisonOperator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelationConditionTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);
    private static final SelectQuery<Profile> PROFILES = SelectQuery.of(Profile_.MODEL);
    private static final Condition<User> A = User_.EMAIL.eq("a");
    private static final Condition<User> B = User_.LOGINS.gt(3);
    private static final Condition<User> HAS = User_.PROFILE.exists();

    private record Step(String name, UnaryOperator<SelectQuery<User>> step, UnaryOperator<SelectQuery<User>> sameAs) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static RelatedRows<Profile> named(RelatedRows<Profile> rows) {
        return rows.where(Profile_.NAME.eq("n"));
    }

    static Stream<Step> steps() {
        Relation<User, Profile> rel = User_.PROFILE;
        ComparisonOperator ge = ComparisonOperator.GREATER_OR_EQUAL;
        UnaryOperator<RelatedRows<Profile>> some = RelationConditionTests::named;
        Condition<User> named = rel.exists(some);
        Condition<User> two = rel.count().ge(2L);
        Condition<User> twoNamed = rel.count(some).ge(2L);
        return Stream.of(
                new Step("has", q -> q.has(rel), q -> q.where(HAS)),
                new Step("andHas", q -> q.andHas(rel), q -> q.where(HAS)),
                new Step("orHas", q -> q.orHas(rel), q -> q.orWhere(HAS)),
                new Step("has 2", q -> q.has(rel, ge, 2), q -> q.where(two)),
                new Step("andHas 2", q -> q.andHas(rel, ge, 2), q -> q.where(two)),
                new Step("orHas 2", q -> q.orHas(rel, ge, 2), q -> q.orWhere(two)),
                new Step("doesntHave", q -> q.doesntHave(rel), q -> q.where(HAS.not())),
                new Step("andDoesntHave", q -> q.andDoesntHave(rel), q -> q.where(HAS.not())),
                new Step("orDoesntHave", q -> q.orDoesntHave(rel), q -> q.orWhere(HAS.not())),
                new Step("whereHas", q -> q.whereHas(rel, some), q -> q.where(named)),
                new Step("andWhereHas", q -> q.andWhereHas(rel, some), q -> q.where(named)),
                new Step("orWhereHas", q -> q.orWhereHas(rel, some), q -> q.orWhere(named)),
                new Step("whereHas 2", q -> q.whereHas(rel, some, ge, 2), q -> q.where(twoNamed)),
                new Step("andWhereHas 2", q -> q.andWhereHas(rel, some, ge, 2), q -> q.where(twoNamed)),
                new Step("orWhereHas 2", q -> q.orWhereHas(rel, some, ge, 2), q -> q.orWhere(twoNamed)),
                new Step("whereDoesntHave", q -> q.whereDoesntHave(rel, some), q -> q.where(named.not())),
                new Step("andWhereDoesntHave", q -> q.andWhereDoesntHave(rel, some), q -> q.where(named.not())),
                new Step("orWhereDoesntHave", q -> q.orWhereDoesntHave(rel, some), q -> q.orWhere(named.not())));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void eachStepGroupsAsTheConditionInItsPlaceDoes(Step step) {
        assertThat(step.step.apply(USERS.where(A)).where(B))
                .isEqualTo(step.sameAs.apply(USERS.where(A)).where(B));
        assertThat(step.step.apply(USERS)).isEqualTo(step.sameAs.apply(USERS));
    }

    @Test
    void anOrTakesAllBeforeItTogether() {
        Rendered.of(USERS.select(User_.ID).where(A).orHas(User_.PROFILE).where(B))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE (\"t0\".\"email\" = $1 OR EXISTS (SELECT 1"
                                + " FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\"))"
                                + " AND \"t0\".\"logins\" > $2",
                        "a",
                        3);
    }

    @Test
    void conditionsOnRelationsArePutTogetherLikeAnyOther() {
        Rendered.of(USERS.select(User_.ID)
                        .where(User_.PROFILE
                                .exists(RelationConditionTests::named)
                                .or(A)
                                .not()
                                .and(User_.PROFILE.doesntExist())))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE NOT (EXISTS (SELECT 1 FROM"
                                + " \"profiles\" AS \"t1\""
                                + " WHERE \"t1\".\"user_id\" = \"t0\".\"id\" AND \"t1\".\"name\" = $1) OR"
                                + " \"t0\".\"email\" = $2)"
                                + " AND NOT EXISTS (SELECT 1 FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\""
                                + " = \"t0\".\"id\")",
                        "n",
                        "a");
    }

    @Test
    void leadingToAnEntityComparesTheKeyWithoutASubquery() {
        Rendered.of(PROFILES.select(Profile_.ID).whereRelated(Profile_.USER, User.of(7L)))
                .is("SELECT \"id\" FROM \"profiles\" WHERE \"user_id\" = $1", 7L);
        Rendered.of(USERS.select(User_.ID).whereRelated(User_.PROFILE, Profile.of(1L, 7L)))
                .is("SELECT \"id\" FROM \"users\" WHERE \"id\" = $1", 7L);
    }

    @Test
    void notLeadingToAnEntityHoldsForANullKeyToo() {
        Rendered.of(PROFILES.select(Profile_.ID).whereNotRelated(Profile_.USER, User.of(7L)))
                .is("SELECT \"id\" FROM \"profiles\" WHERE \"user_id\" IS NULL OR \"user_id\" <> $1", 7L);
    }

    @Test
    void leadingToAnEntityByACompositeKeyComparesEachPart() {
        SelectQuery<Booking> bookings = SelectQuery.of(Booking_.MODEL).select(Booking_.ID);
        Room room = new Room("north", 12, "n12", null);

        Rendered.of(bookings.whereRelated(Booking_.ROOM, room))
                .is(
                        "SELECT \"id\" FROM \"hotel\".\"bookings\" WHERE \"house\" = $1 AND \"room_number\" = $2",
                        "north",
                        12);
        Rendered.of(bookings.whereNotRelated(Booking_.ROOM, room))
                .is(
                        "SELECT \"id\" FROM \"hotel\".\"bookings\" WHERE \"house\" IS NULL OR \"house\" <> $1"
                                + " OR \"room_number\" IS NULL OR \"room_number\" <> $2",
                        "north",
                        12);
    }

    @Test
    void noRelationResolvesToAnEntityWithoutAKey() {
        User unsaved = User.of(null);

        Rendered.of(PROFILES.select(Profile_.ID).whereRelated(Profile_.USER, unsaved))
                .is("SELECT \"id\" FROM \"profiles\" WHERE false");
        Rendered.of(PROFILES.select(Profile_.ID).whereNotRelated(Profile_.USER, unsaved))
                .is("SELECT \"id\" FROM \"profiles\" WHERE true");
    }

    @Test
    void theStepsOfRelatedRowsLeaveThemAsTheyAre() {
        RelatedRows<Profile> rows = RelatedRows.of(Profile_.MODEL);
        RelatedRows<Profile> some = rows.where(Profile_.NAME.eq("n")).orderBy(Profile_.ID.asc());

        assertThat(Nodes.of(rows).conditions()).isEmpty();
        assertThat(Nodes.of(some).conditions()).containsExactly(Nodes.of(Profile_.NAME.eq("n")));
        assertThat(Nodes.of(some.orWhere(Profile_.ID.eq(1L))).conditions())
                .isEqualTo(List.of(Nodes.of(Profile_.NAME.eq("n").or(Profile_.ID.eq(1L)))));
        assertThat(Nodes.of(some).orderBy()).containsExactly(Nodes.of(Profile_.ID.asc()));
    }

    @Test
    void aCallbackReturnsRows() {
        assertThatNullPointerException()
                .isThrownBy(() -> User_.PROFILE.exists(profile -> absent()))
                .withMessageContaining("what rows returns must not be null");
    }

    @Test
    void aggregatesAreEqualWhenTheirPartsAre() {
        assertThat(User_.PROFILE.count())
                .isEqualTo(User_.PROFILE.count())
                .hasSameHashCodeAs(User_.PROFILE.count())
                .isNotEqualTo(User_.PROFILE.count(RelationConditionTests::named))
                .isNotEqualTo(User_.PROFILE.count().as("other"))
                .hasToString("User.profile[profileCount]");
    }
}
