package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeepConditionTests {

    private static final int LEVELS = 499;

    @Test
    void aMillionAlternativesAreOneLevel() {
        Condition<User> any = User_.ID.eq(0L);
        for (long id = 1; id < 1_000_000; id++) {
            any = any.or(User_.ID.eq(id));
        }

        assertThat(Nodes.of(any).depth()).isEqualTo(2);
        assertThat(((Predicate.Disjunction) Nodes.of(any)).operands())
                .hasSize(1_000_000)
                .startsWith(Nodes.of(User_.ID.eq(0L)))
                .endsWith(Nodes.of(User_.ID.eq(999_999L)));
    }

    @Test
    void twoConditionsMadeOfOneKeepTheirOwnOperands() {
        Condition<User> both = User_.ID.eq(1L).and(User_.LOGINS.eq(1));
        Condition<User> first = both.and(User_.EMAIL.eq("a"));
        Condition<User> second = both.and(User_.EMAIL.eq("b"));

        Rendered.of(both).is("\"id\" = $1 AND \"logins\" = $2", 1L, 1);
        Rendered.of(first).is("\"id\" = $1 AND \"logins\" = $2 AND \"email\" = $3", 1L, 1, "a");
        Rendered.of(second).is("\"id\" = $1 AND \"logins\" = $2 AND \"email\" = $3", 1L, 1, "b");
        assertThat(first)
                .isEqualTo(User_.ID.eq(1L).and(User_.LOGINS.eq(1)).and(User_.EMAIL.eq("a")))
                .hasSameHashCodeAs(User_.ID.eq(1L).and(User_.LOGINS.eq(1)).and(User_.EMAIL.eq("a")))
                .isNotEqualTo(second);
    }

    @Test
    void theDeepestConditionIsRenderedComparedAndPrinted() {
        Condition<User> deep = nested(LEVELS, Condition::not);
        Condition<User> same = nested(LEVELS, Condition::not);

        assertThat(Nodes.of(deep).depth()).isEqualTo(500);
        assertThat(Rendered.of(deep).text()).startsWith("NOT (NOT (").endsWith("))");
        assertThat(deep).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(deep.toString()).contains("Negation");
    }

    @Test
    void aDeeperConditionIsRefusedWhateverItsLevelsAre() {
        refused(inner -> inner.not());
        refused(inner -> inner.and(User_.ID.eq(1L)).or(User_.ID.eq(2L)));
        refused(inner -> User_.PROFILE.exists(
                profile -> profile.whereHas(dev.kindred.support.Profile_.USER, user -> user.where(inner))));
        refused(inner -> User_.ID.in(dev.kindred.internal.query.SelectQuery.of(User_.MODEL)
                .where(inner)
                .values(User_.ID)));
        refused(inner -> User_.ID.notIn(dev.kindred.internal.query.SelectQuery.of(User_.MODEL)
                .where(inner)
                .limit(1)
                .values(User_.ID)));
    }

    private static void refused(UnaryOperator<Condition<User>> level) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> nested(2000, level))
                .withMessage("The condition is nested more than 500 levels deep. Use in(..) for alternatives of one"
                        + " column, or chain and(..) or or(..) without alternating.");
    }

    private static Condition<User> nested(int levels, UnaryOperator<Condition<User>> level) {
        Condition<User> condition = User_.ID.eq(0L);
        for (int i = 0; i < levels; i++) {
            condition = level.apply(condition);
        }
        return condition;
    }
}
