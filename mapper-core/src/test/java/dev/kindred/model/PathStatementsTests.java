package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.support.Avatar;
import dev.kindred.support.Avatar_;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Reply;
import dev.kindred.support.Reply_;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The statements of many-to-many relations and of paths. */
class PathStatementsTests {

    private static final ThroughRelation<User, Avatar> AVATARS =
            ThroughRelation.of(RelationDefinition.<User, Avatar>over(
                    User.class, "avatars", () -> List.of(User_.PROFILE, Profile_.AVATAR), user -> null));

    private static final ManyToManyRelation<Room, User> GUESTS = ManyToManyRelation.of(new RelationDefinition<
                    Room, User>(
                    Room.class,
                    "guests",
                    () -> User_.MODEL,
                    new RelationDefinition.RelationKeys<>(List.of(Room_.HOUSE, Room_.NUMBER), () -> List.of(User_.ID)),
                    room -> null)
            .over("hotel", "guests", new String[] {"house", "room"}, new String[] {"user_id"}));

    private static final ManyToManyRelation<User, User> FRIENDS =
            ManyToManyRelation.of(new RelationDefinition<User, User>(
                            User.class,
                            "friends",
                            () -> User_.MODEL,
                            new RelationDefinition.RelationKeys<>(List.of(User_.ID), () -> List.of(User_.ID)),
                            user -> null)
                    .over(null, "friends", new String[] {"user_id"}, new String[] {"friend_id"}));

    private static final HasManyRelation<Note, Reply> REPLIES = HasManyRelation.of(new RelationDefinition<>(
            Note.class,
            "replies",
            () -> Reply_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(Note_.ID), () -> List.of(Reply_.NOTE_ID)),
            note -> null));

    private static final PivotRelation<Note, Reply, Reply> ANSWERED = PivotRelation.over(
            RelationDefinition.over(Note.class, "answered", () -> List.of(REPLIES, Reply_.ANSWERED), note -> null));

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL).select(User_.ID);

    private static final String IDS = "SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE ";

    @Test
    void aPathJoinsItsTables() {
        Rendered.of(USERS.whereHas(
                        AVATARS, avatars -> avatars.where(Avatar_.URL.eq("a")).orWhere(Avatar_.URL.eq("b"))))
                .is(
                        IDS + "EXISTS (SELECT 1 FROM \"avatars\" AS \"t1\" JOIN \"profiles\" AS \"t1_1\""
                                + " ON \"t1\".\"profile_id\" = \"t1_1\".\"id\""
                                + " WHERE \"t1_1\".\"user_id\" = \"t0\".\"id\""
                                + " AND (\"t1\".\"url\" = $1 OR \"t1\".\"url\" = $2))",
                        "a",
                        "b");
    }

    @Test
    void aNestedPathOverOneTableHasItsOwnNames() {
        Rendered.of(USERS.whereHas(FRIENDS, friends -> friends.has(FRIENDS)))
                .is(IDS + "EXISTS (SELECT 1 FROM \"users\" AS \"t1\" JOIN \"friends\" AS \"t1_1\""
                        + " ON \"t1\".\"id\" = \"t1_1\".\"friend_id\" WHERE \"t1_1\".\"user_id\" = \"t0\".\"id\""
                        + " AND EXISTS (SELECT 1 FROM \"users\" AS \"t2\" JOIN \"friends\" AS \"t2_1\""
                        + " ON \"t2\".\"id\" = \"t2_1\".\"friend_id\" WHERE \"t2_1\".\"user_id\" = \"t1\".\"id\"))");
    }

    @Test
    void anAggregateTakesEachRowOnce() {
        Rendered.of(USERS.has(FRIENDS, ComparisonOperator.GREATER, 2))
                .is(
                        IDS + "(SELECT count(*) FROM \"users\" AS \"t1\" WHERE EXISTS (SELECT 1 FROM \"friends\" AS"
                                + " \"t1_1\" WHERE \"t1\".\"id\" = \"t1_1\".\"friend_id\""
                                + " AND \"t1_1\".\"user_id\" = \"t0\".\"id\")) > $1",
                        2L);
    }

    @Test
    void aQueryOfOneEntityTestsThePathOfItsKey() {
        Predicate key = new Predicate.Comparison(
                Nodes.of(FRIENDS).linked().get(0), ComparisonOperator.EQUAL, new Parameter(SqlTypes.LONG, 7L));

        Rendered.of(PreloadStep.of(FRIENDS).queryWhere(key).select(User_.ID))
                .is(
                        IDS + "EXISTS (SELECT 1 FROM \"friends\" AS \"t0_1\""
                                + " WHERE \"t0\".\"id\" = \"t0_1\".\"friend_id\" AND \"t0_1\".\"user_id\" = $1)"
                                + " ORDER BY \"t0\".\"id\" ASC",
                        7L);
    }

    @Test
    void conditionsOnThePivotAreInOneTestAndOtherConditionsAreBesideIt() {
        Condition<Reply> late = ANSWERED.pivot(Reply_.ID.gt(1L));

        Rendered.of(SelectQuery.of(Note_.MODEL)
                        .select(Note_.ID)
                        .whereHas(ANSWERED, replies -> replies.where(late).orWhere(Reply_.ID.eq(2L))))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"notes\" AS \"t0\" WHERE EXISTS (SELECT 1 FROM \"replies\""
                                + " AS \"t1\""
                                + " JOIN \"replies\" AS \"t1_1\" ON \"t1\".\"id\" = \"t1_1\".\"answered_id\""
                                + " WHERE \"t1_1\".\"note_id\" = \"t0\".\"id\""
                                + " AND (\"t1_1\".\"id\" > $1 OR \"t1\".\"id\" = $2))",
                        1L,
                        2L);
        Predicate key = new Predicate.Comparison(
                Nodes.of(ANSWERED).linked().get(0), ComparisonOperator.EQUAL, new Parameter(SqlTypes.LONG, 7L));
        Rendered.of(PreloadStep.of(ANSWERED)
                        .queryWhere(key)
                        .select(Reply_.ID)
                        .where(late)
                        .where(Reply_.ID.lt(9L))
                        .where(ANSWERED.pivot(Reply_.ID.lt(5L))))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"replies\" AS \"t0\" WHERE EXISTS (SELECT 1 FROM \"replies\" AS"
                                + " \"t0_1\" WHERE \"t0\".\"id\" = \"t0_1\".\"answered_id\" AND"
                                + " \"t0_1\".\"note_id\" = $1"
                                + " AND (\"t0_1\".\"id\" > $2 AND \"t0_1\".\"id\" < $3)) AND \"t0\".\"id\" < $4"
                                + " ORDER BY \"t0\".\"id\" ASC",
                        7L,
                        1L,
                        5L,
                        9L);
    }

    @Test
    void aConditionOnThePivotElsewhereIsAnError() {
        SelectQuery<Reply> replies = SelectQuery.of(Reply_.MODEL)
                .where(ANSWERED.pivot(Reply_.ID.gt(1L)).not());

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Rendered.of(replies))
                .withMessage("A condition on the pivot of Note.answered, a row of replies, is used where no such row"
                        + " belongs to the row. Use it in a condition on the rows of Note.answered: in whereHas(..), in"
                        + " an aggregate, in a preload, or in related(..).query().");
    }

    @Test
    void aggregatesOfKeysHaveOneRowForEachKey() {
        KeyRows<Room> keys = new KeyRows<>(GUESTS.sourceKey());
        keys.addRaw(List.of("a", 1));
        keys.addRaw(List.of("b", 2));

        Rendered.of(AggregateStep.of(Aggregates.of(List.of(GUESTS.count())))
                        .get(0)
                        .statementFor(keys))
                .is(
                        "SELECT \"t0\".\"house\", \"t0\".\"number\", (SELECT count(*) FROM \"users\" AS \"t1\""
                                + " WHERE EXISTS (SELECT 1 FROM \"hotel\".\"guests\" AS \"t1_1\""
                                + " WHERE \"t1\".\"id\" = \"t1_1\".\"user_id\" AND \"t1_1\".\"house\" ="
                                + " \"t0\".\"house\""
                                + " AND \"t1_1\".\"room\" = \"t0\".\"number\")) FROM unnest($1, $2) AS \"t0\""
                                + " (\"house\","
                                + " \"number\")",
                        List.of("a", "b"),
                        List.of(1, 2));
    }

    @Test
    void aRowIsComparedOverThePath() {
        User other = User.of(3L);
        assertThat(Rendered.of(USERS.whereRelated(FRIENDS, other)).text())
                .contains("\"t1_1\".\"user_id\" = \"t0\".\"id\" AND \"t1\".\"id\" = $1");
        assertThat(Rendered.of(USERS.whereNotRelated(FRIENDS, other)).text()).contains("NOT EXISTS (SELECT 1");
    }

    @Test
    void aPathKnowsItsPivotAndItsSteps() {
        assertThat(ANSWERED.pivots()).isEqualTo(REPLIES);
        assertThat(ANSWERED.target()).isEqualTo(Reply_.ANSWERED);
        assertThat(ANSWERED.pivotModel()).hasValue(Reply_.MODEL);
        assertThat(AVATARS.pivotModel()).isEmpty();
        EntityModel<?> guests = GUESTS.pivotModel().orElseThrow();
        assertThat(guests.table()).isEqualTo("hotel.guests");
        assertThat(guests.id()).hasSize(3).isEqualTo(guests.columns());
        assertThat(Nodes.of(GUESTS).isDirect()).isFalse();
        assertThat(Nodes.of(GUESTS).holdsForeignKey()).isFalse();
        assertThat(AVATARS.definition().path().steps()).containsExactly(User_.PROFILE, Profile_.AVATAR);
        assertThat(AVATARS.definition().lifting(Set.of()).hops())
                .isEqualTo(Nodes.of(AVATARS).hops());
    }
}
