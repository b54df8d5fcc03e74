package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.Condition;
import dev.kindred.support.Booking_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateRenderingTests {

    private static final Condition<User> A = User_.ID.eq(1L);
    private static final Condition<User> B = User_.LOGINS.gt(2);
    private static final Condition<User> C = User_.EMAIL.eq("c");
    private static final Condition<User> D = User_.NICKNAME.isNull();

    private static Predicate.RowAnyOf twoColumns() {
        return new Predicate.RowAnyOf(
                List.of(Columns.reference(Booking_.HOUSE), Columns.reference(Booking_.ROOM_NUMBER)),
                List.of(
                        new Parameter(SqlTypes.list(SqlTypes.STRING), List.of("x", "y")),
                        new Parameter(SqlTypes.list(SqlTypes.LONG), List.of(1L, 2L))));
    }

    @ParameterizedTest
    @CsvSource({"EQUAL,=", "NOT_EQUAL,<>", "LESS,<", "LESS_OR_EQUAL,<=", "GREATER,>", "GREATER_OR_EQUAL,>="})
    void everyComparisonHasItsOperator(ComparisonOperator operator, String sign) {
        Rendered.of(new Predicate.Comparison(Columns.reference(User_.ID), operator, new Parameter(SqlTypes.LONG, 5L)))
                .is("\"id\" " + sign + " $1", 5L);
    }

    @Test
    void aComparisonMayHaveAColumnOnEitherSide() {
        Rendered.of(new Predicate.Comparison(
                        new Parameter(SqlTypes.LONG, 5L), ComparisonOperator.LESS, Columns.reference(User_.ID)))
                .is("$1 < \"id\"", 5L);
        Rendered.of(new Predicate.Comparison(
                        Columns.reference(User_.EMAIL), ComparisonOperator.EQUAL, Columns.reference(User_.NICKNAME)))
                .is("\"email\" = \"nickname\"");
    }

    @Test
    void nullTestsHaveNoValue() {
        Rendered.of(User_.NICKNAME.isNull()).is("\"nickname\" IS NULL");
        Rendered.of(User_.NICKNAME.isNotNull()).is("\"nickname\" IS NOT NULL");
        Rendered.of(User_.NICKNAME.isNotNull().not()).is("NOT (\"nickname\" IS NOT NULL)");
    }

    @Test
    void likeNamesItsEscapeCharacter() {
        Rendered.of(User_.EMAIL.like("a%")).is("\"email\" LIKE $1 ESCAPE '\\'", "a%");
        Rendered.of(User_.EMAIL.likeIgnoreCase("a%")).is("\"email\" ILIKE $1 ESCAPE '\\'", "a%");
    }

    @Test
    void aListIsOneArrayWhateverItsLength() {
        Rendered.of(User_.ID.in(List.of(1L))).is("\"id\" = ANY($1)", List.of(1L));
        Rendered.of(User_.ID.in(List.of(1L, 2L, 3L))).is("\"id\" = ANY($1)", List.of(1L, 2L, 3L));
    }

    @Test
    void aLongListIsAnArrayThatTheServerReadsAsRows() {
        List<Long> most = LongStream.rangeClosed(1, 10_000).boxed().toList();
        List<Long> more = LongStream.rangeClosed(1, 10_001).boxed().toList();

        Rendered.of(User_.ID.in(most)).is("\"id\" = ANY($1)", most);
        Rendered.of(User_.ID.in(more)).is("\"id\" IN (SELECT unnest($1))", more);
        Rendered.of(User_.ID.in(more).not()).is("NOT (\"id\" IN (SELECT unnest($1)))", more);
    }

    @Test
    void severalColumnsAreOneArrayEach() {
        Rendered.of(twoColumns())
                .is(
                        "(\"house\", \"room_number\") IN (SELECT * FROM unnest($1, $2))",
                        List.of("x", "y"),
                        List.of(1L, 2L));
    }

    @Test
    void rowsNeedAsManyArraysAsColumnsAndTwoAtLeast() {
        Parameter array = new Parameter(SqlTypes.list(SqlTypes.LONG), List.of(1L));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Predicate.RowAnyOf(List.of(Columns.reference(User_.ID)), List.of(array)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Predicate.RowAnyOf(
                        List.of(Columns.reference(User_.ID), Columns.reference(User_.LOGINS)), List.of(array)));
    }

    @Test
    void aChainOfTheSameOperatorNeedsNoParentheses() {
        Rendered.of(A.and(B).and(C)).is("\"id\" = $1 AND \"logins\" > $2 AND \"email\" = $3", 1L, 2, "c");
        Rendered.of(A.or(B).or(C)).is("\"id\" = $1 OR \"logins\" > $2 OR \"email\" = $3", 1L, 2, "c");
    }

    @Test
    void anOrInsideAnAndStandsInParentheses() {
        Rendered.of(A.or(B).and(C)).is("(\"id\" = $1 OR \"logins\" > $2) AND \"email\" = $3", 1L, 2, "c");
        Rendered.of(C.and(A.or(B))).is("\"email\" = $1 AND (\"id\" = $2 OR \"logins\" > $3)", "c", 1L, 2);
        Rendered.of(A.or(B).and(C.or(D)))
                .is("(\"id\" = $1 OR \"logins\" > $2) AND (\"email\" = $3 OR \"nickname\" IS NULL)", 1L, 2, "c");
    }

    @Test
    void anAndInsideAnOrStandsInParenthesesToo() {
        Rendered.of(A.and(B).or(C)).is("(\"id\" = $1 AND \"logins\" > $2) OR \"email\" = $3", 1L, 2, "c");
        Rendered.of(C.or(A.and(B))).is("\"email\" = $1 OR (\"id\" = $2 AND \"logins\" > $3)", "c", 1L, 2);
    }

    @Test
    void aGroupGivenAsAWholeKeepsItsParentheses() {
        Rendered.of(A.and(B.and(C))).is("\"id\" = $1 AND (\"logins\" > $2 AND \"email\" = $3)", 1L, 2, "c");
        Rendered.of(A.or(B.or(C))).is("\"id\" = $1 OR (\"logins\" > $2 OR \"email\" = $3)", 1L, 2, "c");
    }

    @Test
    void notTakesItsWholeOperand() {
        Rendered.of(A.not()).is("NOT (\"id\" = $1)", 1L);
        Rendered.of(A.or(B).not()).is("NOT (\"id\" = $1 OR \"logins\" > $2)", 1L, 2);
        Rendered.of(A.and(B).not().or(C)).is("NOT (\"id\" = $1 AND \"logins\" > $2) OR \"email\" = $3", 1L, 2, "c");
        Rendered.of(A.not().and(B.not())).is("NOT (\"id\" = $1) AND NOT (\"logins\" > $2)", 1L, 2);
        Rendered.of(A.not().not()).is("NOT (NOT (\"id\" = $1))", 1L);
        Rendered.of(twoColumns().and(new Predicate.Negation(twoColumns())))
                .is(
                        "(\"house\", \"room_number\") IN (SELECT * FROM unnest($1, $2))"
                                + " AND NOT ((\"house\", \"room_number\") IN (SELECT * FROM unnest($3, $4)))",
                        List.of("x", "y"),
                        List.of(1L, 2L),
                        List.of("x", "y"),
                        List.of(1L, 2L));
    }

    @Test
    void groupsNestToAnyDepth() {
        Rendered.of(A.or(B.and(C.or(D.and(A.not())))))
                .is(
                        "\"id\" = $1 OR (\"logins\" > $2 AND (\"email\" = $3 OR (\"nickname\" IS NULL AND NOT"
                                + " (\"id\" = $4))))",
                        1L,
                        2,
                        "c",
                        1L);
        Rendered.of(A.and(B).or(C).and(D).or(A))
                .is(
                        "(((\"id\" = $1 AND \"logins\" > $2) OR \"email\" = $3) AND \"nickname\" IS NULL) OR"
                                + " \"id\" = $4",
                        1L,
                        2,
                        "c",
                        1L);
    }

    @Test
    void nothingButTheOperandsOfADisjunctionStandsAtTheLevelOfAnOr() {
        Condition<User> deep = A;
        for (int depth = 0; depth < 50; depth++) {
            deep = depth % 3 == 0 ? deep.or(B) : depth % 3 == 1 ? deep.and(C) : deep.not();
        }

        String text = Rendered.of(A.and(deep)).text();

        assertThat(atTopLevel(text)).doesNotContain(" OR ").containsOnlyOnce(" AND ");
    }

    @Test
    void emptyGroupsAreTheirNeutralElement() {
        Rendered.of(new Predicate.Conjunction(List.of())).is("true");
        Rendered.of(new Predicate.Disjunction(List.of())).is("false");
        Rendered.of(new Predicate.Negation(new Predicate.Disjunction(List.of())))
                .is("NOT (false)");
        Rendered.of(new Predicate.Comparison(
                                Columns.reference(User_.ID), ComparisonOperator.EQUAL, new Parameter(SqlTypes.LONG, 1L))
                        .and(new Predicate.Disjunction(List.of())))
                .is("\"id\" = $1 AND (false)", 1L);
    }

    @Test
    void aGroupOfOneIsThatOne() {
        Rendered.of(new Predicate.Disjunction(List.of(Nodes.of(A)))).is("\"id\" = $1", 1L);
        Rendered.of(new Predicate.Conjunction(List.of(Nodes.of(A.or(B)))))
                .is("(\"id\" = $1 OR \"logins\" > $2)", 1L, 2);
    }

    /** Returns {@code text} without its parenthesized parts. */
    private static String atTopLevel(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                outside.append(c);
            }
            depth -= c == ')' ? 1 : 0;
        }
        assertThat(depth).as("open parentheses in %s", text).isZero();
        return outside.toString();
    }
}
