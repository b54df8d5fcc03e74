package dev.kindred.model;

import static dev.kindred.support.Absent.absent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.support.Absent;
import dev.kindred.support.Product;
import dev.kindred.support.Product_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User_;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTests {

    private static void assertNullRefused(ThrowingCallable call, String argument) {
        assertThatNullPointerException().isThrownBy(call).withMessage(argument + " must not be null");
    }

    @Test
    void equalToNullIsANullTest() {
        Rendered.of(User_.NICKNAME.eq("a")).is("\"nickname\" = $1", "a");
        Rendered.of(User_.NICKNAME.eq(null)).is("\"nickname\" IS NULL");
    }

    @Test
    void notEqualToNullIsANullTestToo() {
        Rendered.of(User_.NICKNAME.ne("a")).is("\"nickname\" <> $1", "a");
        Rendered.of(User_.NICKNAME.ne(null)).is("\"nickname\" IS NOT NULL");
    }

    @Test
    void noneOfAnEmptyListIsEverFound() {
        Rendered.of(User_.NICKNAME.in(List.of())).is("false");
        Rendered.of(User_.NICKNAME.in(Set.of())).is("false");
        Rendered.of(User_.NICKNAME.in(new String[0])).is("false");
        Rendered.of(User_.NICKNAME.in(List.of()).not()).is("NOT (false)");
    }

    @Test
    void everyRowIsOutsideAnEmptyList() {
        Rendered.of(User_.NICKNAME.notIn(List.of())).is("true");
    }

    @Test
    void aListIsBoundAsOneArray() {
        Rendered.of(User_.NICKNAME.in(List.of("a", "b"))).is("\"nickname\" = ANY($1)", List.of("a", "b"));
        Rendered.of(User_.NICKNAME.in("a", "b")).is("\"nickname\" = ANY($1)", List.of("a", "b"));
        Rendered.of(User_.NICKNAME.notIn(List.of("a", "b"))).is("NOT (\"nickname\" = ANY($1))", List.of("a", "b"));
    }

    @Test
    void aNullInAListMatchesNull() {
        List<@Nullable String> values = Arrays.asList("a", null, "b", null);

        Rendered.of(User_.NICKNAME.in(values)).is("\"nickname\" IS NULL OR \"nickname\" = ANY($1)", List.of("a", "b"));
        Rendered.of(User_.NICKNAME.in(values).and(User_.ID.eq(1L)))
                .is("(\"nickname\" IS NULL OR \"nickname\" = ANY($1)) AND \"id\" = $2", List.of("a", "b"), 1L);
        Rendered.of(User_.NICKNAME.in(values).not())
                .is("NOT (\"nickname\" IS NULL OR \"nickname\" = ANY($1))", List.of("a", "b"));
    }

    @Test
    void aNullOutsideOfWhichARowIsExcludesNull() {
        Rendered.of(User_.NICKNAME.notIn(Arrays.asList("a", null)))
                .is("NOT (\"nickname\" = ANY($1)) AND \"nickname\" IS NOT NULL", List.of("a"));
        Rendered.of(User_.ID.eq(1L).or(User_.NICKNAME.notIn(Arrays.asList("a", null))))
                .is("\"id\" = $1 OR (NOT (\"nickname\" = ANY($2)) AND \"nickname\" IS NOT NULL)", 1L, List.of("a"));
    }

    @Test
    void aListOfNullsIsANullTest() {
        List<@Nullable String> nulls = Collections.nCopies(3, null);

        assertThat(Rendered.of(User_.NICKNAME.in(nulls)).text()).startsWith("\"nickname\" IS NULL");
        assertThat(Rendered.of(User_.NICKNAME.in(nulls)).values()).isEmpty();
        Rendered.of(User_.NICKNAME.notIn(nulls)).is("\"nickname\" IS NOT NULL");
    }

    @Test
    void nullsAreLeftOutOfTheResultOfAQueryAndNotOfItsRows() {
        SelectQuery<Profile> profiles = SelectQuery.of(Profile_.MODEL).orderBy(Profile_.ID.desc());

        Rendered.of(User_.ID.notIn(profiles.values(Profile_.USER_ID)))
                .is("NOT ((\"id\") IN (SELECT \"user_id\" FROM \"profiles\" WHERE \"user_id\" IS NOT NULL))"
                        + " AND \"id\" IS NOT NULL");
        Rendered.of(User_.ID.notIn(profiles.limit(2).values(Profile_.USER_ID)))
                .is(
                        "NOT ((\"id\") IN (SELECT * FROM (SELECT \"user_id\" FROM \"profiles\" ORDER BY \"id\""
                                + " DESC LIMIT $1) AS \"page\""
                                + " WHERE \"user_id\" IS NOT NULL)) AND \"id\" IS NOT NULL",
                        2L);
        Rendered.of(User_.ID.notIn(profiles.offset(1).values(Profile_.USER_ID)))
                .is(
                        "NOT ((\"id\") IN (SELECT * FROM (SELECT \"user_id\" FROM \"profiles\" ORDER BY \"id\""
                                + " DESC OFFSET $1) AS \"page\""
                                + " WHERE \"user_id\" IS NOT NULL)) AND \"id\" IS NOT NULL",
                        1L);
    }

    @Test
    void aListChangedLaterDoesNotChangeTheCondition() {
        List<@Nullable Long> values = new ArrayList<>(List.of(1L, 2L));
        Condition<dev.kindred.support.User> in = User_.ID.in(values);
        Condition<dev.kindred.support.User> notIn = User_.ID.notIn(values);
        values.clear();

        Rendered.of(in).is("\"id\" = ANY($1)", List.of(1L, 2L));
        Rendered.of(notIn).is("NOT (\"id\" = ANY($1))", List.of(1L, 2L));
    }

    @Test
    void comparisonsUseTheOrderOfTheServer() {
        Rendered.of(User_.LOGINS.lt(1)).is("\"logins\" < $1", 1);
        Rendered.of(User_.LOGINS.le(1)).is("\"logins\" <= $1", 1);
        Rendered.of(User_.EMAIL.gt("m")).is("\"email\" > $1", "m");
        Rendered.of(Product_.PRICE.ge(BigDecimal.TEN)).is("\"price\" >= $1", BigDecimal.TEN);
    }

    @Test
    void betweenIncludesBothEndsAndStaysTogether() {
        Rendered.of(User_.LOGINS.between(1, 5)).is("\"logins\" >= $1 AND \"logins\" <= $2", 1, 5);
        Rendered.of(User_.LOGINS.between(1, 5).or(User_.ID.eq(1L)))
                .is("(\"logins\" >= $1 AND \"logins\" <= $2) OR \"id\" = $3", 1, 5, 1L);
        Rendered.of(User_.LOGINS.between(1, 5).not()).is("NOT (\"logins\" >= $1 AND \"logins\" <= $2)", 1, 5);
    }

    @Test
    void comparisonsRefuseNull() {
        assertNullRefused(() -> User_.LOGINS.lt(absent()), "value");
        assertNullRefused(() -> User_.LOGINS.le(absent()), "value");
        assertNullRefused(() -> User_.LOGINS.gt(absent()), "value");
        assertNullRefused(() -> User_.LOGINS.ge(absent()), "value");
        assertNullRefused(() -> Product_.SIZE.gt(absent()), "value");
        assertThatNullPointerException().isThrownBy(() -> User_.LOGINS.between(absent(), 1));
        assertThatNullPointerException().isThrownBy(() -> User_.LOGINS.between(1, absent()));
    }

    @Test
    void textTestsRefuseNull() {
        assertNullRefused(() -> User_.EMAIL.like(absent()), "pattern");
        assertNullRefused(() -> User_.EMAIL.likeIgnoreCase(absent()), "pattern");
        assertNullRefused(() -> User_.EMAIL.contains(absent()), "text");
        assertNullRefused(() -> User_.EMAIL.containsIgnoreCase(absent()), "text");
        assertNullRefused(() -> User_.EMAIL.startsWith(absent()), "text");
        assertNullRefused(() -> User_.EMAIL.endsWith(absent()), "text");
    }

    @Test
    void listTestsRefuseNullInPlaceOfAList() {
        assertNullRefused(() -> User_.EMAIL.in(Absent.<List<String>>absent()), "values");
        assertNullRefused(() -> User_.EMAIL.notIn(Absent.<List<String>>absent()), "values");
    }

    @Test
    void conditionsArePutTogetherWithConditionsOnly() {
        Condition<dev.kindred.support.User> condition = User_.ID.eq(1L);

        assertNullRefused(() -> condition.and(absent()), "other");
        assertNullRefused(() -> condition.or(absent()), "other");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"a,a", "50%,50\\%", "a_b,a\\_b", "c:\\x,c:\\\\x", "\\%_,\\\\\\%\\_", "%%,\\%\\%", "é'\",é'\""})
    void partsOfATextAreTakenLiterally(String text, String escaped) {
        Rendered.of(User_.EMAIL.contains(text)).is("\"email\" LIKE $1 ESCAPE '\\'", "%" + escaped + "%");
        Rendered.of(User_.EMAIL.containsIgnoreCase(text)).is("\"email\" ILIKE $1 ESCAPE '\\'", "%" + escaped + "%");
        Rendered.of(User_.EMAIL.startsWith(text)).is("\"email\" LIKE $1 ESCAPE '\\'", escaped + "%");
        Rendered.of(User_.EMAIL.endsWith(text)).is("\"email\" LIKE $1 ESCAPE '\\'", "%" + escaped);
    }

    @Test
    void aPatternIsTakenAsItIs() {
        Rendered.of(User_.EMAIL.like("a\\%_%")).is("\"email\" LIKE $1 ESCAPE '\\'", "a\\%_%");
        Rendered.of(User_.EMAIL.likeIgnoreCase("%")).is("\"email\" ILIKE $1 ESCAPE '\\'", "%");
    }

    @Test
    void theEmptyTextIsPartOfEveryText() {
        Rendered.of(User_.EMAIL.contains("")).is("\"email\" LIKE $1 ESCAPE '\\'", "%%");
        Rendered.of(User_.EMAIL.startsWith("")).is("\"email\" LIKE $1 ESCAPE '\\'", "%");
    }

    @Test
    void combiningLeavesBothConditionsAsTheyAre() {
        Condition<Product> id = Product_.ID.eq(1L);
        Condition<Product> price = Product_.PRICE.lt(BigDecimal.ONE);
        Predicate before = Nodes.of(id);

        assertThat(id.and(price)).isNotEqualTo(id);
        assertThat(id.or(price).and(price).not()).isNotEqualTo(id);
        assertThat(Nodes.of(id)).isSameAs(before).isEqualTo(Nodes.of(Product_.ID.eq(1L)));
    }

    @Test
    void conditionsAreEqualWhenTheirPartsAre() {
        assertThat(User_.ID.in(List.of(1L, 2L)).and(User_.EMAIL.contains("a")))
                .isEqualTo(User_.ID.in(List.of(1L, 2L)).and(User_.EMAIL.contains("a")))
                .hasSameHashCodeAs(User_.ID.in(List.of(1L, 2L)).and(User_.EMAIL.contains("a")))
                .isNotEqualTo(User_.ID.in(List.of(2L, 1L)).and(User_.EMAIL.contains("a")));
    }
}
