package dev.kindred.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.SortOrder;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetTests {

    private static final User JANE = new User(7L, "jane", "j", 3, null);
    private static final User NAMELESS = new User(7L, "jane", null, 3, null);

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static Keyset<User> sorted(SortOrder<User>... orders) {
        return Keyset.of(SelectQuery.of(User_.MODEL).orderBy(List.of(orders)));
    }

    private static void after(Keyset<User> keyset, User row, String where, @Nullable Object... values) {
        is(keyset, row, false, where, values);
    }

    private static void before(Keyset<User> keyset, User row, String where, @Nullable Object... values) {
        is(keyset, row, true, where, values);
    }

    /** Ignores the columns. */
    private static void is(Keyset<User> keyset, User row, boolean backward, String where, @Nullable Object... values) {
        Rendered rendered = Rendered.of(keyset.from(keyset.at(row, backward)));
        new Rendered(rendered.text().substring(rendered.text().indexOf(" WHERE ") + 7), rendered.values())
                .is(where, values);
    }

    @Test
    void withoutAPositionTheQueryIsSortedAndTheKeyEndsTheOrder() {
        Rendered.of(sorted(User_.EMAIL.asc()).from(null))
                .is("SELECT \"id\", \"email\", \"nickname\", \"logins\" FROM \"users\" ORDER BY \"email\""
                        + " ASC, \"id\" ASC");
    }

    @Test
    void withoutAnOrderItGoesByTheKey() {
        after(sorted(), JANE, "\"id\" > $1 ORDER BY \"id\" ASC", 7L);
        before(sorted(), JANE, "\"id\" < $1 ORDER BY \"id\" DESC", 7L);
    }

    @Test
    void termsOfOneDirectionAreComparedAsARow() {
        after(
                sorted(User_.EMAIL.asc()),
                JANE,
                "(\"email\", \"id\") > ($1, $2) ORDER BY \"email\" ASC, \"id\" ASC",
                "jane",
                7L);
        after(
                sorted(User_.EMAIL.desc(), User_.LOGINS.desc()),
                JANE,
                "(\"email\", \"logins\", \"id\") < ($1, $2, $3) ORDER BY \"email\" DESC, \"logins\" DESC, \"id\" DESC",
                "jane",
                3,
                7L);
        before(
                sorted(User_.EMAIL.desc()),
                JANE,
                "(\"email\", \"id\") > ($1, $2) ORDER BY \"email\" ASC, \"id\" ASC",
                "jane",
                7L);
    }

    @Test
    void termsOfMixedDirectionsAreComparedOneByOne() {
        after(
                sorted(User_.EMAIL.asc(), User_.LOGINS.desc()),
                JANE,
                "\"email\" >= $1 AND (\"email\" > $2 OR (\"email\" = $3 AND \"logins\" < $4)"
                        + " OR (\"email\" = $5 AND \"logins\" = $6 AND \"id\" < $7))"
                        + " ORDER BY \"email\" ASC, \"logins\" DESC, \"id\" DESC",
                "jane",
                "jane",
                "jane",
                3,
                "jane",
                3,
                7L);
        before(
                sorted(User_.EMAIL.asc(), User_.ID.desc()),
                JANE,
                "\"email\" <= $1 AND (\"email\" < $2 OR (\"email\" = $3 AND \"id\" > $4))"
                        + " ORDER BY \"email\" DESC, \"id\" ASC",
                "jane",
                "jane",
                "jane",
                7L);
    }

    @Test
    void nullsThatComeLastComeAfterEveryValue() {
        String where = "(\"nickname\" > $1 OR \"nickname\" IS NULL) OR (\"nickname\" = $2 AND \"id\" > $3)";
        after(sorted(User_.NICKNAME.asc()), JANE, where + " ORDER BY \"nickname\" ASC, \"id\" ASC", "j", "j", 7L);
        after(
                sorted(User_.NICKNAME.asc().nullsLast()),
                JANE,
                where + " ORDER BY \"nickname\" ASC NULLS LAST, \"id\" ASC",
                "j",
                "j",
                7L);
        after(
                sorted(User_.NICKNAME.desc().nullsLast()),
                JANE,
                "(\"nickname\" < $1 OR \"nickname\" IS NULL) OR (\"nickname\" = $2 AND \"id\" < $3)"
                        + " ORDER BY \"nickname\" DESC NULLS LAST, \"id\" DESC",
                "j",
                "j",
                7L);
    }

    @Test
    void afterANullThatComesLastThereAreOtherNullsOnly() {
        after(
                sorted(User_.NICKNAME.asc()),
                NAMELESS,
                "\"nickname\" IS NULL AND \"id\" > $1 ORDER BY \"nickname\" ASC, \"id\" ASC",
                7L);
    }

    @Test
    void nullsThatComeFirstComeAfterNoValue() {
        String where = "\"nickname\" <= $1 AND (\"nickname\" < $2 OR (\"nickname\" = $3 AND \"id\" < $4))";
        after(
                sorted(User_.NICKNAME.desc()),
                JANE,
                where + " ORDER BY \"nickname\" DESC, \"id\" DESC",
                "j",
                "j",
                "j",
                7L);
        after(
                sorted(User_.NICKNAME.asc().nullsFirst()),
                JANE,
                "\"nickname\" >= $1 AND (\"nickname\" > $2 OR (\"nickname\" = $3 AND \"id\" > $4))"
                        + " ORDER BY \"nickname\" ASC NULLS FIRST, \"id\" ASC",
                "j",
                "j",
                "j",
                7L);
    }

    @Test
    void afterANullThatComesFirstThereIsEveryValue() {
        after(
                sorted(User_.NICKNAME.desc()),
                NAMELESS,
                "\"nickname\" IS NOT NULL OR (\"nickname\" IS NULL AND \"id\" < $1)"
                        + " ORDER BY \"nickname\" DESC, \"id\" DESC",
                7L);
    }

    @Test
    void backwardsNullsAreOnTheOtherSide() {
        before(
                sorted(User_.NICKNAME.asc().nullsFirst()),
                JANE,
                "(\"nickname\" < $1 OR \"nickname\" IS NULL) OR (\"nickname\" = $2 AND \"id\" < $3)"
                        + " ORDER BY \"nickname\" DESC NULLS LAST, \"id\" DESC",
                "j",
                "j",
                7L);
        before(
                sorted(User_.NICKNAME.desc().nullsLast()),
                NAMELESS,
                "\"nickname\" IS NOT NULL OR (\"nickname\" IS NULL AND \"id\" > $1)"
                        + " ORDER BY \"nickname\" ASC NULLS FIRST, \"id\" ASC",
                7L);
    }

    @Test
    void conditionsOfTheUserCannotLeaveThePosition() {
        Keyset<User> keyset =
                Keyset.of(SelectQuery.of(User_.MODEL).where(User_.EMAIL.eq("a")).orWhere(User_.EMAIL.eq("b")));
        after(keyset, JANE, "(\"email\" = $1 OR \"email\" = $2) AND \"id\" > $3 ORDER BY \"id\" ASC", "a", "b", 7L);
    }

    @Test
    void aColumnThatIsSortedByTwiceCountsOnce() {
        assertThat(sorted(User_.ID.desc(), User_.EMAIL.asc(), User_.ID.asc()).columns())
                .containsExactly(User_.ID, User_.EMAIL);
    }

    @Test
    void aKeyOfSeveralColumnsIsComparedAsARow() {
        Keyset<Room> keyset = Keyset.of(SelectQuery.of(Room_.MODEL).select(Room_.CODE));
        Rendered.of(keyset.from(keyset.at(new Room("west", 3, "code", null), false)))
                .is(
                        "SELECT \"house\", \"number\", \"code\" FROM \"hotel\".\"rooms\" WHERE (\"house\","
                                + " \"number\") > ($1, $2)"
                                + " ORDER BY \"house\" ASC, \"number\" ASC",
                        "west",
                        3);
    }

    @Test
    void valuesOfRelatedRowsAreNotScrolledBy() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sorted(User_.PROFILE.count().desc()))
                .withMessage("scroll(..) needs an order of columns, but the query for User is sorted by an aggregate"
                        + " of related rows. Sort by columns, or use slice(..) or page(..).");
    }

    @Test
    void theFingerprintTellsEntitiesAndOrdersApartAndNothingElse() {
        assertThat(List.of(
                        sorted().fingerprint(),
                        sorted(User_.ID.desc()).fingerprint(),
                        sorted(User_.EMAIL.asc()).fingerprint(),
                        sorted(User_.EMAIL.asc().nullsFirst()).fingerprint(),
                        sorted(User_.EMAIL.asc(), User_.ID.desc()).fingerprint(),
                        Keyset.of(SelectQuery.of(Room_.MODEL)).fingerprint()))
                .doesNotHaveDuplicates();
        assertThat(Keyset.of(SelectQuery.of(User_.MODEL)
                                .where(User_.ID.gt(3L))
                                .select(User_.EMAIL)
                                .orderBy(User_.EMAIL.asc().nullsLast()))
                        .fingerprint())
                .isEqualTo(sorted(User_.EMAIL.asc(), User_.ID.asc()).fingerprint())
                .isEqualTo("dev.kindred.support.User email text java.lang.String ASCENDING nulls last,"
                        + " id int8 java.lang.Long ASCENDING nulls last");
        assertThat(sorted(User_.EMAIL.desc())).hasToString("User sorted by email desc, id desc");
    }
}
