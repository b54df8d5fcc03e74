package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.model.Handmade;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements that write the pairs of a many-to-many relation. */
class LinkWritesTests {

    private static final Clock CLOCK = Clock.systemUTC();

    /** Over a table of pairs. */
    private static final ManyToManyRelation<User, User> FRIENDS = Handmade.manyToMany(Handmade.<User, User>relation(
                    "friends", () -> User_.MODEL, List.of(User_.ID), () -> List.of(User_.ID), user -> null)
            .over(null, "friends", new String[] {"user_id"}, new String[] {"friend_id"}));

    /** Over a table of pairs whose source has two columns. */
    private static final ManyToManyRelation<Room, User> GUESTS = Handmade.manyToMany(Handmade.<Room, User>relation(
                    "guests",
                    () -> User_.MODEL,
                    List.of(Room_.HOUSE, Room_.NUMBER),
                    () -> List.of(User_.ID),
                    room -> null)
            .over("hotel", "guests", new String[] {"house", "room"}, new String[] {"user_id"}));

    private final User user = User.of(7L);

    @SuppressWarnings("unchecked") // the pivot has no entity
    private static LinkWrites<User, User, Object> friends() {
        return (LinkWrites<User, User, Object>) LinkWrites.of(FRIENDS, CLOCK);
    }

    private static <P> WantedLinks<P> keys(Object... keys) {
        return WantedLinks.of(List.of(keys));
    }

    @Test
    void anAttachLocksTheParentAndLeavesExistingPairs() {
        LinkWrites<User, User, Object> writes = friends();

        Rendered.of(writes.attach(writes.requireKey(user), keys(1L, 2L, 1L), writes.lock(user), true))
                .is(
                        "WITH \"parent\" AS (SELECT 1 FROM \"users\" WHERE \"id\" = $1 FOR NO KEY UPDATE),"
                                + " \"wanted\" AS (SELECT * FROM unnest($2) AS \"r\" (\"c0\")), \"added\" AS (INSERT"
                                + " INTO \"friends\" AS \"t0\" (\"user_id\", \"friend_id\") SELECT $3, \"r\".\"c0\""
                                + " FROM \"wanted\" AS \"r\" WHERE true AND (SELECT count(*) FROM \"parent\") >= 0"
                                + " ORDER BY \"r\".\"c0\" ON CONFLICT (\"user_id\", \"friend_id\") DO NOTHING"
                                + " RETURNING \"t0\".\"friend_id\"), \"written rows\" AS (SELECT 2 AS \"kind of"
                                + " change\", \"friend_id\" FROM \"added\") SELECT \"kind of change\", \"written"
                                + " rows\".\"friend_id\" FROM \"written rows\"",
                        7L,
                        List.of(1L, 2L),
                        7L);
    }

    @Test
    void anAttachWithoutAnIndexComparesTheExistingPairs() {
        LinkWrites<User, User, Object> writes = friends();

        Rendered.of(writes.attach(writes.requireKey(user), keys(1L), null, false))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1) AS \"r\" (\"c0\")), \"added\" AS"
                                + " (INSERT INTO \"friends\" AS \"t0\" (\"user_id\", \"friend_id\") SELECT $2,"
                                + " \"r\".\"c0\" FROM \"wanted\" AS \"r\" WHERE true AND NOT EXISTS (SELECT FROM"
                                + " \"friends\" AS \"t1\" WHERE \"t1\".\"user_id\" = $3 AND \"t1\".\"friend_id\" ="
                                + " \"r\".\"c0\") ORDER BY \"r\".\"c0\" RETURNING \"t0\".\"friend_id\"), \"written"
                                + " rows\" AS (SELECT 2 AS \"kind of change\", \"friend_id\" FROM \"added\") SELECT"
                                + " \"kind of change\", \"written rows\".\"friend_id\" FROM \"written rows\"",
                        List.of(1L),
                        7L,
                        7L);
    }

    @Test
    void aDetachRemovesThePairsOfThisParent() {
        LinkWrites<User, User, Object> writes = friends();
        ForeignKey<Object> key = writes.requireKey(user);

        Rendered.of(writes.detach(key, keys(1L, 2L), writes.lock(user)))
                .is(
                        "WITH \"parent\" AS (SELECT 1 FROM \"users\" WHERE \"id\" = $1 FOR NO KEY UPDATE),"
                                + " \"removed\" AS (DELETE FROM \"friends\" AS \"t0\" WHERE (\"t0\".\"user_id\" = $2"
                                + " AND \"t0\".\"friend_id\" = ANY($3)) AND (SELECT count(*) FROM \"parent\") >= 0"
                                + " RETURNING \"t0\".\"friend_id\"), \"written rows\" AS (SELECT 0 AS \"kind of"
                                + " change\", \"friend_id\" FROM \"removed\") SELECT \"kind of change\", \"written"
                                + " rows\".\"friend_id\" FROM \"written rows\"",
                        7L,
                        7L,
                        List.of(1L, 2L));
        Rendered.of(writes.detach(key, null, writes.lock(user)))
                .is(
                        "WITH \"parent\" AS (SELECT 1 FROM \"users\" WHERE \"id\" = $1 FOR NO KEY UPDATE),"
                                + " \"removed\" AS (DELETE FROM \"friends\" AS \"t0\" WHERE (\"t0\".\"user_id\" = $2)"
                                + " AND (SELECT count(*) FROM \"parent\") >= 0 RETURNING \"t0\".\"friend_id\"),"
                                + " \"written rows\" AS (SELECT 0 AS \"kind of change\", \"friend_id\" FROM"
                                + " \"removed\") SELECT \"kind of change\", \"written rows\".\"friend_id\" FROM"
                                + " \"written rows\"",
                        7L,
                        7L);
    }

    @Test
    void theSourceOfAPairCanHaveTwoColumns() {
        LinkWrites<Room, User, ?> writes = LinkWrites.of(GUESTS, CLOCK);
        Room room = new Room("north", 12, "n12", null);

        Rendered.of(writes.lock(room))
                .is(
                        "SELECT 1 FROM \"hotel\".\"rooms\" WHERE \"house\" = $1 AND \"number\" = $2 FOR NO"
                                + " KEY UPDATE",
                        "north",
                        12);
        Rendered.of(attach(writes, room))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1) AS \"r\" (\"c0\")), \"added\" AS"
                                + " (INSERT INTO \"hotel\".\"guests\" AS \"t0\" (\"house\", \"room\", \"user_id\")"
                                + " SELECT $2, $3, \"r\".\"c0\" FROM \"wanted\" AS \"r\" WHERE true AND NOT EXISTS"
                                + " (SELECT FROM \"hotel\".\"guests\" AS \"t1\" WHERE \"t1\".\"house\" = $4 AND"
                                + " \"t1\".\"room\" = $5 AND \"t1\".\"user_id\" = \"r\".\"c0\") ORDER BY \"r\".\"c0\""
                                + " ON CONFLICT (\"house\", \"room\", \"user_id\") DO NOTHING RETURNING"
                                + " \"t0\".\"user_id\"), \"written rows\" AS (SELECT 2 AS \"kind of change\","
                                + " \"user_id\" FROM \"added\") SELECT \"kind of change\", \"written"
                                + " rows\".\"user_id\" FROM \"written rows\"",
                        List.of(1L),
                        "north",
                        12,
                        "north",
                        12);
    }

    private static <P> LinkRows attach(LinkWrites<Room, User, P> writes, Room room) {
        return writes.attach(writes.requireKey(room), keys(1L), null, true).statement();
    }

    @Test
    void aSyncRemovesTheOthersBeforeItAddsRows() {
        LinkWrites<User, User, Object> writes = friends();
        ForeignKey<Object> key = writes.requireKey(user);

        Rendered.of(writes.sync(key, keys(1L), true, true))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1) AS \"r\" (\"c0\")), \"removed\" AS"
                                + " (DELETE FROM \"friends\" AS \"t0\" WHERE (\"t0\".\"user_id\" = $2 AND NOT"
                                + " (\"t0\".\"friend_id\" = $3)) RETURNING \"t0\".\"friend_id\"), \"added\" AS"
                                + " (INSERT INTO \"friends\" AS \"t0\" (\"user_id\", \"friend_id\") SELECT $4,"
                                + " \"r\".\"c0\" FROM \"wanted\" AS \"r\" WHERE true AND (SELECT count(*) FROM"
                                + " \"removed\") >= 0 AND NOT EXISTS (SELECT FROM \"friends\" AS \"t1\" WHERE"
                                + " \"t1\".\"user_id\" = $5 AND \"t1\".\"friend_id\" = \"r\".\"c0\") ORDER BY"
                                + " \"r\".\"c0\" ON CONFLICT (\"user_id\", \"friend_id\") DO NOTHING RETURNING"
                                + " \"t0\".\"friend_id\"), \"written rows\" AS (SELECT 0 AS \"kind of change\","
                                + " \"friend_id\" FROM \"removed\" UNION ALL SELECT 2 AS \"kind of change\","
                                + " \"friend_id\" FROM \"added\") SELECT \"kind of change\", \"written"
                                + " rows\".\"friend_id\" FROM \"written rows\"",
                        List.of(1L),
                        7L,
                        1L,
                        7L,
                        7L);
        Rendered.of(writes.sync(key, keys(1L), false, true))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1) AS \"r\" (\"c0\")), \"added\" AS"
                                + " (INSERT INTO \"friends\" AS \"t0\" (\"user_id\", \"friend_id\") SELECT $2,"
                                + " \"r\".\"c0\" FROM \"wanted\" AS \"r\" WHERE true AND NOT EXISTS (SELECT FROM"
                                + " \"friends\" AS \"t1\" WHERE \"t1\".\"user_id\" = $3 AND \"t1\".\"friend_id\" ="
                                + " \"r\".\"c0\") ORDER BY \"r\".\"c0\" ON CONFLICT (\"user_id\", \"friend_id\") DO"
                                + " NOTHING RETURNING \"t0\".\"friend_id\"), \"written rows\" AS (SELECT 2 AS \"kind"
                                + " of change\", \"friend_id\" FROM \"added\") SELECT \"kind of change\", \"written"
                                + " rows\".\"friend_id\" FROM \"written rows\"",
                        List.of(1L),
                        7L,
                        7L);
    }

    @Test
    void aSyncWithAnEmptyListRemovesAllPairsOfThisParent() {
        LinkWrites<User, User, Object> writes = friends();

        Rendered.of(writes.sync(writes.requireKey(user), keys(), true, true))
                .is(
                        "WITH \"removed\" AS (DELETE FROM \"friends\" AS \"t0\" WHERE (\"t0\".\"user_id\" ="
                                + " $1) RETURNING \"t0\".\"friend_id\"), \"written rows\" AS (SELECT 0 AS \"kind of"
                                + " change\", \"friend_id\" FROM \"removed\") SELECT \"kind of change\", \"written"
                                + " rows\".\"friend_id\" FROM \"written rows\"",
                        7L);
    }

    @Test
    void aToggleAddsWhatItDoesNotRemove() {
        LinkWrites<User, User, Object> writes = friends();

        Rendered.of(writes.toggle(writes.requireKey(user), keys(1L), true))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1) AS \"r\" (\"c0\")), \"removed\" AS"
                                + " (DELETE FROM \"friends\" AS \"t0\" WHERE (\"t0\".\"user_id\" = $2 AND"
                                + " \"t0\".\"friend_id\" = $3) RETURNING \"t0\".\"friend_id\"), \"added\" AS"
                                + " (INSERT INTO \"friends\" AS \"t0\" (\"user_id\", \"friend_id\") SELECT $4,"
                                + " \"r\".\"c0\" FROM \"wanted\" AS \"r\" WHERE true AND (SELECT count(*) FROM"
                                + " \"removed\") >= 0 AND NOT EXISTS (SELECT FROM \"friends\" AS \"t1\" WHERE"
                                + " \"t1\".\"user_id\" = $5 AND \"t1\".\"friend_id\" = \"r\".\"c0\") ORDER BY"
                                + " \"r\".\"c0\" ON CONFLICT (\"user_id\", \"friend_id\") DO NOTHING RETURNING"
                                + " \"t0\".\"friend_id\"), \"written rows\" AS (SELECT 0 AS \"kind of change\","
                                + " \"friend_id\" FROM \"removed\" UNION ALL SELECT 2 AS \"kind of change\","
                                + " \"friend_id\" FROM \"added\") SELECT \"kind of change\", \"written"
                                + " rows\".\"friend_id\" FROM \"written rows\"",
                        List.of(1L),
                        7L,
                        1L,
                        7L,
                        7L);
    }

    @Test
    void aMissingKeyIsAnErrorThatNamesIt() {
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> friends().requireKey(User.of(null)))
                .withMessageContaining("User.friends")
                .withMessageContaining("User.id");
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> friends().requireTarget(User.of(null)))
                .withMessageContaining("User.friends");
    }
}
