package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.model.Assignment;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Handmade;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.support.Avatar;
import dev.kindred.support.Avatar_;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Reply;
import dev.kindred.support.Reply_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements that write pairs with values, over a pivot with an entity. */
class PivotWritesTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final HasManyRelation<User, Profile> PROFILES = Handmade.hasMany(Handmade.relation(
            "profiles", () -> Profile_.MODEL, List.of(User_.ID), () -> List.of(Profile_.USER_ID), User::profile));

    private static final BelongsToRelation<Profile, Avatar> PICTURE = Handmade.belongsTo(Handmade.relation(
            "picture", () -> Avatar_.MODEL, List.of(Profile_.TELEPHONE), () -> List.of(Avatar_.URL), profile -> null));

    /** Over a pivot with a column of its own. */
    private static final PivotRelation<User, Avatar, Profile> PICTURES =
            Handmade.manyToMany("pictures", PROFILES, PICTURE);

    private static final HasManyRelation<Note, Reply> REPLIES = Handmade.hasMany(Handmade.relation(
            "replies", () -> Reply_.MODEL, List.of(Note_.ID), () -> List.of(Reply_.NOTE_ID), note -> null));

    /** Over a pivot with an audit time. */
    private static final PivotRelation<Note, Reply, Reply> ANSWERED =
            Handmade.manyToMany("answered", REPLIES, Reply_.ANSWERED);

    private final User user = User.of(7L);

    private static <P> WantedLinks<P> keys(Object... keys) {
        return WantedLinks.of(List.of(keys));
    }

    private static WantedLinks<Profile> named(String key, String name) {
        return WantedLinks.of(List.of(key), List.of(List.<Assignment<Profile>>of(Profile_.NAME.set(name))));
    }

    @Test
    void anAttachOfAPivotStoresItsValuesAndAuditTimes() {
        LinkWrites<User, Avatar, Profile> pictures = LinkWrites.of(PICTURES, CLOCK);
        Rendered.of(pictures.attach(pictures.requireKey(user), named("a.png", "x"), null, true))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1, $2) AS \"r\" (\"c0\", \"c1\")),"
                                + " \"added\" AS (INSERT INTO \"profiles\" AS \"t0\" (\"user_id\", \"telephone\","
                                + " \"name\") SELECT $3, \"r\".\"c0\", \"r\".\"c1\" FROM \"wanted\" AS \"r\" WHERE"
                                + " true AND NOT EXISTS (SELECT FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" ="
                                + " $4 AND \"t1\".\"telephone\" = \"r\".\"c0\") ORDER BY \"r\".\"c0\" ON CONFLICT"
                                + " (\"user_id\", \"telephone\") DO NOTHING RETURNING \"t0\".\"telephone\"), \"written"
                                + " rows\" AS (SELECT 2 AS \"kind of change\", \"telephone\" FROM \"added\") SELECT"
                                + " \"kind of change\", \"written rows\".\"telephone\" FROM \"written rows\"",
                        List.of("a.png"),
                        List.of("x"),
                        7L,
                        7L);

        LinkWrites<Note, Reply, Reply> answered = LinkWrites.of(ANSWERED, CLOCK);
        Note note = Note.of(3L, 1, "text");
        Rendered.of(answered.attach(answered.requireKey(note), keys(5L), null, true))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1) AS \"r\" (\"c0\")), \"added\" AS"
                                + " (INSERT INTO \"replies\" AS \"t0\" (\"note_id\", \"answered_id\", \"updated_at\")"
                                + " SELECT $2, \"r\".\"c0\", $3 FROM \"wanted\" AS \"r\" WHERE true AND NOT EXISTS"
                                + " (SELECT FROM \"replies\" AS \"t1\" WHERE \"t1\".\"note_id\" = $4 AND"
                                + " \"t1\".\"answered_id\" = \"r\".\"c0\") ORDER BY \"r\".\"c0\" ON CONFLICT"
                                + " (\"note_id\", \"answered_id\") DO NOTHING RETURNING \"t0\".\"answered_id\"),"
                                + " \"written rows\" AS (SELECT 2 AS \"kind of change\", \"answered_id\" FROM"
                                + " \"added\") SELECT \"kind of change\", \"written rows\".\"answered_id\" FROM"
                                + " \"written rows\"",
                        List.of(5L),
                        3L,
                        NOW,
                        3L);
    }

    @Test
    void aSyncWritesOnlyPairsWithOtherValues() {
        LinkWrites<User, Avatar, Profile> writes = LinkWrites.of(PICTURES, CLOCK);

        Rendered.of(writes.sync(writes.requireKey(user), named("a.png", "x"), false, true))
                .is(
                        "WITH \"wanted\" AS (SELECT * FROM unnest($1, $2) AS \"r\" (\"c0\", \"c1\")),"
                                + " \"updated\" AS (UPDATE \"profiles\" AS \"t0\" SET \"name\" = \"r\".\"c1\" FROM"
                                + " \"wanted\" AS \"r\" WHERE \"t0\".\"telephone\" = \"r\".\"c0\" AND"
                                + " (\"t0\".\"user_id\" = $3) AND (\"t0\".\"name\" IS DISTINCT FROM \"r\".\"c1\")"
                                + " RETURNING \"t0\".\"telephone\"), \"added\" AS (INSERT INTO \"profiles\" AS \"t0\""
                                + " (\"user_id\", \"telephone\", \"name\") SELECT $4, \"r\".\"c0\", \"r\".\"c1\" FROM"
                                + " \"wanted\" AS \"r\" WHERE true AND (SELECT count(*) FROM \"updated\") >= 0 AND NOT"
                                + " EXISTS (SELECT FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = $5 AND"
                                + " \"t1\".\"telephone\" = \"r\".\"c0\") ORDER BY \"r\".\"c0\" ON CONFLICT"
                                + " (\"user_id\", \"telephone\") DO UPDATE SET \"name\" = EXCLUDED.\"name\" WHERE"
                                + " \"t0\".\"name\" IS DISTINCT FROM EXCLUDED.\"name\" RETURNING"
                                + " \"t0\".\"telephone\"), \"written rows\" AS (SELECT 1 AS \"kind of change\","
                                + " \"telephone\" FROM \"updated\" UNION ALL SELECT 2 AS \"kind of change\","
                                + " \"telephone\" FROM \"added\") SELECT \"kind of change\", \"written"
                                + " rows\".\"telephone\" FROM \"written rows\"",
                        List.of("a.png"),
                        List.of("x"),
                        7L,
                        7L,
                        7L);
    }

    @Test
    void anUpdateOfAPivotWritesOnePair() {
        LinkWrites<User, Avatar, Profile> writes = LinkWrites.of(PICTURES, CLOCK);

        Rendered.of(writes.update(
                        writes.requireKey(user), keys("a.png"), List.of(Profile_.NAME.set("x")), writes.lock(user)))
                .is(
                        "WITH \"parent\" AS (SELECT 1 FROM \"users\" WHERE \"id\" = $1 FOR NO KEY UPDATE),"
                                + " \"removed\" AS (UPDATE \"profiles\" AS \"t0\" SET \"name\" = $2 WHERE"
                                + " (\"t0\".\"user_id\" = $3 AND \"t0\".\"telephone\" = $4) AND (SELECT count(*)"
                                + " FROM \"parent\") >= 0 RETURNING \"t0\".\"telephone\"), \"written rows\" AS (SELECT"
                                + " 0 AS \"kind of change\", \"telephone\" FROM \"removed\") SELECT \"kind of"
                                + " change\", \"written rows\".\"telephone\" FROM \"written rows\"",
                        7L,
                        "x",
                        7L,
                        "a.png");
    }

    @Test
    void aNewRowAndItsPairAreOneStatement() {
        LinkWrites<User, Avatar, Profile> writes = LinkWrites.of(PICTURES, CLOCK);

        Rendered.of(writes.inserts(writes.requireKey(user), writes.lock(user))
                        .create(List.of(Avatar_.URL.set("b.png")), List.of(Profile_.NAME.set("x"))))
                .is(
                        "WITH \"parent\" AS (SELECT 1 FROM \"users\" WHERE \"id\" = $1 FOR NO KEY UPDATE),"
                                + " \"related\" AS (INSERT INTO \"avatars\" (\"url\") VALUES ($2) RETURNING \"id\","
                                + " \"profile_id\", \"url\"), \"pairs\" AS (INSERT INTO \"profiles\" (\"user_id\","
                                + " \"name\", \"telephone\") SELECT $3, $4, \"related\".\"url\" FROM \"related\" WHERE"
                                + " (SELECT count(*) FROM \"parent\") >= 0) SELECT \"related\".\"id\","
                                + " \"related\".\"profile_id\", \"related\".\"url\" FROM \"related\"",
                        7L,
                        "b.png",
                        7L,
                        "x");
    }

    @Test
    void manyNewRowsAndTheirPairsAreOneStatement() {
        LinkWrites<Note, Reply, Reply> writes = LinkWrites.of(ANSWERED, CLOCK);
        Note note = Note.of(3L, 1, "text");

        List<RowBatch> batches = writes.inserts(writes.requireKey(note), writes.lock(note))
                .createAll(List.of(Reply.of(null, 8L, null), Reply.of(null, 9L, null)), List.of());
        assertThat(batches).hasSize(1);
        Rendered.of(batches.get(0).statement())
                .is(
                        "WITH \"parent\" AS (SELECT 1 FROM (SELECT pg_advisory_xact_lock(4917048739797834782)) AS"
                                + " \"turn\", \"notes\" AS \"t0\" WHERE \"t0\".\"id\" = $1 FOR NO KEY UPDATE OF"
                                + " \"t0\"),"
                                + " \"related\" AS (INSERT INTO \"replies\" (\"note_id\", \"answered_id\","
                                + " \"updated_at\") SELECT \"r\".\"c0\", \"r\".\"c1\", \"r\".\"c2\" FROM unnest($2,"
                                + " $3, $4) WITH ORDINALITY AS \"r\" (\"c0\", \"c1\", \"c2\", \"position\") ORDER BY"
                                + " \"r\".\"position\" RETURNING \"id\", \"note_id\", \"answered_id\","
                                + " \"updated_at\"), \"pairs\" AS (INSERT INTO \"replies\" (\"note_id\","
                                + " \"updated_at\", \"answered_id\") SELECT $5, $6, \"related\".\"id\" FROM"
                                + " \"related\" WHERE (SELECT count(*) FROM \"parent\") >= 0) SELECT"
                                + " \"related\".\"id\", \"related\".\"note_id\", \"related\".\"answered_id\","
                                + " \"related\".\"updated_at\" FROM \"related\"",
                        3L,
                        List.of(8L, 9L),
                        Arrays.asList(null, null),
                        List.of(NOW, NOW),
                        3L,
                        NOW);
    }

    @Test
    void aColumnOfThePairIsNoValueOfThePivot() {
        LinkWrites<User, Avatar, Profile> writes = LinkWrites.of(PICTURES, CLOCK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writes.requireWritable(List.of(Profile_.USER_ID.set(8L))))
                .withMessageContaining("Profile.userId");
    }

    @Test
    void aKeyThatIsListedTwiceIsOnePairOrAnErrorIfItHasValues() {
        assertThat(WantedLinks.<Profile>of(List.of(1L, 2L, 1L)).keys()).containsExactly(1L, 2L);
        List<Assignment<Profile>> values = List.of(Profile_.NAME.set("x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WantedLinks.of(List.of(1L, 1L), List.of(values, values)))
                .withMessageContaining("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WantedLinks.of(List.of(1L, 2L), List.of(values, List.<Assignment<Profile>>of())))
                .withMessageContaining("different columns");
    }
}
