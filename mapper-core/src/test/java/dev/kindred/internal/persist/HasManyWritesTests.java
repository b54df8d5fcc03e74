package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.Handmade;
import dev.kindred.model.HasManyRelation;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.WireContext;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class HasManyWritesTests {

    private static final String RETURNING = " RETURNING \"id\", \"user_id\", \"name\", \"telephone\"";
    private static final HasManyRelation<User, Profile> PROFILES = Handmade.hasMany(Handmade.relation(
            "profiles", () -> Profile_.MODEL, List.of(User_.ID), () -> List.of(Profile_.USER_ID), User::profile));

    private final HasManyWrites<User, Profile> writes = new HasManyWrites<>(PROFILES, Clock.systemUTC());
    private final User user = User.of(7L);
    private final ForeignKey<Profile> key = writes.keyOf(user);

    private static Profile profile(Long id, String name) {
        return new Profile(id, 99L, name, "t", null, null);
    }

    @Test
    void aParentIsNeverInsertedByTheWriteOfAChild() {
        assertThat(writes.isUnsaved(User.of(null))).isFalse();
        assertThat(writes.keyMissing()).hasMessageContaining("User.profiles").hasMessageContaining("User.id");
    }

    @Test
    void newChildrenAreOneStatement() {
        List<RowBatch> batches = writes.insertAll(key, List.of(profile(null, "a"), profile(null, "b")));

        assertThat(batches).hasSize(1);
        Rendered.of(batches.get(0).statement())
                .is(
                        "INSERT INTO \"profiles\" (\"user_id\", \"name\", \"telephone\") SELECT \"r\".\"c0\","
                                + " \"r\".\"c1\", \"r\".\"c2\" FROM unnest($1, $2, $3) WITH ORDINALITY AS \"r\""
                                + " (\"c0\", \"c1\", \"c2\", \"position\") ORDER BY \"r\".\"position\""
                                + RETURNING,
                        List.of(7L, 7L),
                        List.of("a", "b"),
                        List.of("t", "t"));
    }

    @Test
    void storedChildrenAreUpdatedBeforeNewOnesAreInserted() {
        List<ChildBatch> batches = writes.saveAll(key, List.of(profile(null, "a"), profile(3L, "b"), profile(4L, "c")));

        assertThat(batches).extracting(ChildBatch::as).containsExactly(StoredAs.STORED, StoredAs.NEW);
        assertThat(batches.get(0).rows().positions()).containsExactly(1, 2);
        assertThat(batches.get(1).rows().positions()).containsExactly(0);
        Rendered.of(batches.get(0).rows().statement())
                .is(
                        "UPDATE \"profiles\" AS \"t\" SET \"user_id\" = \"r\".\"c1\", \"name\" = \"r\".\"c2\","
                                + " \"telephone\" = \"r\".\"c3\" FROM unnest($1, $2, $3, $4) AS \"r\""
                                + " (\"c0\", \"c1\", \"c2\", \"c3\") WHERE \"t\".\"id\" = \"r\".\"c0\" RETURNING"
                                + " \"t\".\"id\", \"t\".\"user_id\", \"t\".\"name\", \"t\".\"telephone\"",
                        List.of(3L, 4L),
                        List.of(7L, 7L),
                        List.of("b", "c"),
                        List.of("t", "t"));
    }

    @Test
    void aRowThatOccursTwiceBeginsAnotherPart() {
        assertThat(writes.parts(List.of(profile(3L, "a"), profile(null, "b"), profile(3L, "c")), WireContext.none()))
                .extracting(List::size)
                .containsExactly(2, 1);
    }

    @Test
    void theReplacementComparesTheColumnsOfTheRows() {
        List<Profile> current = List.of(
                new Profile(1L, 7L, "same", "t", null, null),
                new Profile(2L, 7L, "old", "t", null, null),
                new Profile(3L, 7L, "gone", "t", null, null));
        List<Profile> wanted =
                List.of(profile(null, "new"), profile(1L, "same"), profile(2L, "changed"), profile(9L, "m"));

        Replacement<Profile> replacement = new ReplacedChildren<>(writes, key).compare(wanted, current);

        assertThat(replacement.added()).extracting(Profile::name).containsExactly("new", "m");
        assertThat(replacement.updated()).extracting(Profile::name).containsExactly("changed");
        assertThat(replacement.unchanged()).containsExactly(current.get(0));
        assertThat(replacement.removed()).containsExactly(current.get(2));
    }

    @Test
    void aRowThatIsListedTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ReplacedChildren<>(writes, key).require(List.of(profile(1L, "a"), profile(1L, "b"))))
                .withMessageContaining("Profile.id");
    }

    @Test
    void onlyRowsOfTheParentAreRemoved() {
        List<Profile> former = List.of(profile(3L, "a"), profile(4L, "b"));

        Rendered.of(writes.remove(key, former, true))
                .is("DELETE FROM \"profiles\" WHERE \"user_id\" = $1 AND \"id\" = ANY($2)", 7L, List.of(3L, 4L));
        Rendered.of(writes.remove(key, former, false))
                .is(
                        "UPDATE \"profiles\" SET \"user_id\" = $1 WHERE \"user_id\" = $2 AND \"id\" = ANY($3)",
                        null,
                        7L,
                        List.of(3L, 4L));
    }

    @Test
    void conditionsNarrowTheRowsOfTheParent() {
        SelectQuery<Profile> present = PreloadStep.of(PROFILES).queryFor(user);

        Rendered.of(writes.removeAll(present.where(Profile_.NAME.eq("a").or(Profile_.NAME.eq("b")))))
                .is(
                        "DELETE FROM \"profiles\" WHERE \"user_id\" = $1 AND (\"name\" = $2 OR \"name\" = $3)",
                        7L,
                        "a",
                        "b");
        Rendered.of(writes.removeAll(present)).is("DELETE FROM \"profiles\" WHERE \"user_id\" = $1", 7L);
        Rendered.of(writes.updateAll(present.where(Profile_.NAME.eq("a")), List.of(Profile_.NAME.set("b"))))
                .is("UPDATE \"profiles\" SET \"name\" = $1 WHERE \"user_id\" = $2 AND \"name\" = $3", "b", 7L, "a");
    }

    @Test
    void aSearchIsUniqueByTheForeignKeyAndItsColumns() {
        Rendered.of(writes.createUnlessThere(key, List.of(Profile_.NAME.set("a")), List.of(Profile_.NAME.set("a"))))
                .is(
                        "INSERT INTO \"profiles\" (\"user_id\", \"name\") VALUES ($1, $2) ON CONFLICT"
                                + " (\"user_id\", \"name\") DO NOTHING"
                                + RETURNING,
                        7L,
                        "a");
        assertThat(writes.canBeUnique(List.of(Profile_.NAME.set("a")))).isTrue();
        assertThat(writes.canBeUnique(List.of(Profile_.NAME.set(null)))).isFalse();
    }
}
