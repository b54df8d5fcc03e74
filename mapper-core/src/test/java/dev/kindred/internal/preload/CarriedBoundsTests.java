package dev.kindred.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Predicate.Comparison;
import dev.kindred.internal.sql.Predicate.IsNull;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarriedBoundsTests {

    private static final ColumnReference ID = new ColumnReference("id", SqlTypes.LONG);
    private static final ColumnReference USER_ID = new ColumnReference("user_id", SqlTypes.LONG);
    private static final List<Correlation> BY_ID = List.of(new Correlation(USER_ID, ID));

    private static Comparison compare(ColumnReference column, ComparisonOperator operator, Object value) {
        return new Comparison(column, operator, new Parameter(column.type(), value));
    }

    private static Comparison above(ColumnReference column, Object value) {
        return compare(column, ComparisonOperator.GREATER, value);
    }

    private static <T> List<Predicate> carried(SqlType<T> outer, SqlType<T> inner, T value) {
        ColumnReference from = new ColumnReference("code", outer);
        return CarriedBounds.of(
                List.of(above(from, value)), List.of(new Correlation(new ColumnReference("user_code", inner), from)));
    }

    @ParameterizedTest
    @EnumSource(names = {"LESS", "LESS_OR_EQUAL", "GREATER", "GREATER_OR_EQUAL"})
    void aBoundOfTheOuterKeyIsOneOfTheInnerKey(ComparisonOperator operator) {
        assertThat(CarriedBounds.of(List.of(compare(ID, operator, 7L)), BY_ID))
                .containsExactly(compare(USER_ID, operator, 7L));
    }

    @ParameterizedTest
    @EnumSource(names = {"EQUAL", "NOT_EQUAL"})
    void equalityIsLeftToTheServer(ComparisonOperator operator) {
        assertThat(CarriedBounds.of(List.of(compare(ID, operator, 7L)), BY_ID)).isEmpty();
    }

    @Test
    void boundsAreFoundInConjunctionsAndNowhereElse() {
        ColumnReference score = new ColumnReference("score", SqlTypes.LONG);
        Predicate both = above(score, 1L).and(above(ID, 2L).and(new IsNull(score)));

        assertThat(CarriedBounds.of(List.of(both), BY_ID)).containsExactly(above(USER_ID, 2L));
        assertThat(CarriedBounds.of(List.of(above(ID, 1L).or(above(ID, 2L))), BY_ID))
                .isEmpty();
        assertThat(CarriedBounds.of(List.of(), BY_ID)).isEmpty();
    }

    @Test
    void boundsBetweenColumnsStay() {
        ColumnReference managerId = new ColumnReference("manager_id", SqlTypes.LONG);

        assertThat(CarriedBounds.of(List.of(new Comparison(ID, ComparisonOperator.LESS, managerId)), BY_ID))
                .isEmpty();
    }

    @Test
    void onlyTypesThatAreSortedAlikeEverywhereAreCarried() {
        assertThat(carried(SqlTypes.INTEGER, SqlTypes.INTEGER, 3)).hasSize(1);
        assertThat(carried(SqlTypes.UUID, SqlTypes.UUID, new java.util.UUID(1, 2)))
                .hasSize(1);
        assertThat(carried(SqlTypes.STRING, SqlTypes.STRING, "a")).isEmpty();
    }

    @Test
    void keysOfTwoTypesAreNot() {
        ColumnReference number = new ColumnReference("number", SqlTypes.INTEGER);

        assertThat(CarriedBounds.of(List.of(above(number, 3)), List.of(new Correlation(USER_ID, number))))
                .isEmpty();
    }
}
