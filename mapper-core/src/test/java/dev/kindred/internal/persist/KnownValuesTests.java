package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Condition;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownValuesTests {

    private static Outcome outcome(Condition<User> condition, String column, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put(column, value);
        return Nodes.of(condition).accept(new KnownValues(values));
    }

    @Test
    void equalitiesOfTextAreToldUnlessACollationMayDecide() {
        assertThat(outcome(User_.EMAIL.eq("a"), "email", "a")).isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.EMAIL.eq("a"), "email", "b")).isEqualTo(Outcome.FALSE);
        for (String value : List.of("A", "a ", "á")) {
            assertThat(outcome(User_.EMAIL.eq("a"), "email", value)).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(outcome(User_.EMAIL.eq("a"), "email", null)).isEqualTo(Outcome.NULL);
        assertThat(outcome(User_.EMAIL.eq("a"), "nickname", "b")).isEqualTo(Outcome.OPEN);
        assertThat(outcome(User_.EMAIL.ne("a"), "email", "b")).isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.EMAIL.isNull(), "email", null)).isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.EMAIL.isNotNull(), "email", null)).isEqualTo(Outcome.FALSE);
    }

    @Test
    void wholeNumbersAreCompared() {
        assertThat(outcome(User_.LOGINS.gt(5), "logins", 6)).isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.LOGINS.gt(5), "logins", 5)).isEqualTo(Outcome.FALSE);
        assertThat(outcome(User_.LOGINS.ge(5), "logins", 5L)).isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.LOGINS.lt(5), "logins", new BigDecimal("4.0"))).isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.LOGINS.lt(5), "logins", new BigDecimal("4.5"))).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(User_.LOGINS.eq(5), "logins", new BigDecimal("1E+999999999")))
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void listsAndCombinationsFollowTheLogicOfNulls() {
        assertThat(outcome(User_.EMAIL.in("a", "b"), "email", "b")).isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.EMAIL.in("a", "b"), "email", "c")).isEqualTo(Outcome.FALSE);
        assertThat(outcome(User_.EMAIL.in("a", "b"), "email", null)).isEqualTo(Outcome.NULL);
        assertThat(outcome(User_.EMAIL.eq("a").or(User_.EMAIL.eq("b")), "email", "c"))
                .isEqualTo(Outcome.FALSE);
        assertThat(outcome(User_.EMAIL.eq("a").or(User_.LOGINS.eq(1)), "email", "c"))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(User_.EMAIL.eq("a").or(User_.LOGINS.eq(1)), "email", "a"))
                .isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.EMAIL.eq("a").and(User_.LOGINS.eq(1)).not(), "email", "c"))
                .isEqualTo(Outcome.TRUE);
        assertThat(outcome(User_.LOGINS.eq(1).or(User_.LOGINS.eq(2)), "email", "c"))
                .isEqualTo(Outcome.OPEN);
        assertThat(outcome(User_.EMAIL.eq("a").not(), "email", null)).isEqualTo(Outcome.NULL);
    }
}
