package dev.kindred.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.chaos.Claim.Flip;
import dev.kindred.it.chaos.Claim.Removal;
import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Claim.Single;
import dev.kindred.it.chaos.Claim.Value;
import dev.kindred.it.chaos.Stored.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle finds each planted defect, and nothing else. */
class OracleTests {

    private static final Stored EMPTY = stored(Map.of());

    @Test
    void acknowledgedRowsAreThere() {
        assertThat(judge(EMPTY, rows(1, 2, Outcome.ACKNOWLEDGED))).isEqualTo("lost=1 duplicated=0 torn=0");
        assertThat(judge(stored(Map.of(1L, whole(2))), rows(1, 2, Outcome.ACKNOWLEDGED)))
                .isEqualTo("lost=0 duplicated=0 torn=0");
    }

    @Test
    void rowsOfAnUnknownOutcomeAreThereOrNot() {
        assertThat(judge(EMPTY, rows(1, 2, Outcome.UNKNOWN))).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(stored(Map.of(1L, whole(2))), rows(1, 2, Outcome.UNKNOWN)))
                .isEqualTo("lost=0 duplicated=0 torn=0");
    }

    @Test
    void refusedRowsAreAbsent() {
        assertThat(judge(EMPTY, rows(1, 2, Outcome.REFUSED))).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(stored(Map.of(1L, whole(2))), rows(1, 2, Outcome.REFUSED)))
                .isEqualTo("lost=0 duplicated=1 torn=0");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"ACKNOWLEDGED", "UNKNOWN"})
    void rowsAreThereOnceAndAsAWhole(Outcome outcome) {
        assertThat(judge(stored(Map.of(1L, new Parts(3, 2, 0, 1))), rows(1, 2, outcome)))
                .isEqualTo("lost=0 duplicated=1 torn=0");
        assertThat(judge(stored(Map.of(1L, new Parts(1, 1, 1, 1))), rows(1, 2, outcome)))
                .isEqualTo("lost=0 duplicated=0 torn=1");
        assertThat(judge(stored(Map.of(1L, new Parts(3, 3, 0, 2))), rows(1, 2, outcome)))
                .isEqualTo("lost=0 duplicated=0 torn=1");
    }

    @Test
    void rowsBelongToAWrite() {
        assertThat(judge(stored(Map.of(1L, whole(1))))).isEqualTo("lost=0 duplicated=0 torn=1");
    }

    @Test
    void removedRowsAreAbsent() {
        Call insert = rows(1, 1, Outcome.ACKNOWLEDGED);
        Stored present = stored(Map.of(1L, whole(1)));
        assertThat(judge(present, insert, removal(Outcome.ACKNOWLEDGED))).isEqualTo("lost=1 duplicated=0 torn=0");
        assertThat(judge(EMPTY, insert, removal(Outcome.ACKNOWLEDGED))).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(EMPTY, insert, removal(Outcome.UNKNOWN))).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(present, insert, removal(Outcome.UNKNOWN))).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(EMPTY, insert, removal(Outcome.REFUSED))).isEqualTo("lost=1 duplicated=0 torn=0");
    }

    @Test
    void aRegisterHasTheValueOfALastWrite() {
        Call first = value(1, 1L, Outcome.ACKNOWLEDGED, 0, 10);
        Call second = value(2, 2L, Outcome.ACKNOWLEDGED, 20, 30);
        assertThat(judge(register(2L, 2L), first, second)).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(register(1L, 1L), first, second)).isEqualTo("lost=1 duplicated=0 torn=0");
        assertThat(judge(register(), first, second)).isEqualTo("lost=1 duplicated=0 torn=0");
        assertThat(judge(register(), first, value(3, null, Outcome.ACKNOWLEDGED, 20, 30)))
                .isEqualTo("lost=0 duplicated=0 torn=0");
    }

    @Test
    void writesThatOverlapHaveNoOrder() {
        Call first = value(1, 1L, Outcome.ACKNOWLEDGED, 0, 10);
        Call second = value(2, 2L, Outcome.ACKNOWLEDGED, 5, 30);
        assertThat(judge(register(1L, 1L), first, second)).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(register(2L, 2L), first, second)).isEqualTo("lost=0 duplicated=0 torn=0");
    }

    @Test
    void aWriteOfAnUnknownOutcomeCanBeTheLastOne() {
        Call second = value(2, 2L, Outcome.ACKNOWLEDGED, 20, 30);
        assertThat(judge(register(1L, 1L), value(1, 1L, Outcome.UNKNOWN, 0, 10), second))
                .isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(register(1L, 1L), value(1, 1L, Outcome.REFUSED, 0, 10), second))
                .isEqualTo("lost=1 duplicated=0 torn=0");
    }

    @Test
    void aRegisterIsWrittenAsAWhole() {
        Call write = value(1, 1L, Outcome.ACKNOWLEDGED, 0, 10);
        Call other = value(2, 2L, Outcome.ACKNOWLEDGED, 5, 10);
        assertThat(judge(register(1L, 2L), write, other)).isEqualTo("lost=0 duplicated=0 torn=1");
        assertThat(judge(register(1L, null), write)).isEqualTo("lost=0 duplicated=0 torn=1");
        assertThat(judge(register(1L, 1L, 1L), write)).isEqualTo("lost=0 duplicated=1 torn=0");
    }

    @Test
    void aFlipIsNotLost() {
        Call flip = new Call(1, "flip", List.of(new Rows(1), new Flip("a")), Outcome.UNKNOWN, 0, 1);
        Map<Long, Parts> parts = Map.of(1L, whole(1));
        Stored present = new Stored(parts, Map.of(), Set.of("a"), Map.of(), Map.of(), Map.of());
        assertThat(judge(present, flip)).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(stored(parts), flip)).isEqualTo("lost=1 duplicated=0 torn=0");
        assertThat(judge(EMPTY, flip)).isEqualTo("lost=0 duplicated=0 torn=0");
    }

    @Test
    void aRowIsFoundOrCreatedOnce() {
        Call call = new Call(1, "find", List.of(new Single("a")), Outcome.ACKNOWLEDGED, 0, 1);
        assertThat(judge(singles(Map.of("a", 1)), call)).isEqualTo("lost=0 duplicated=0 torn=0");
        assertThat(judge(singles(Map.of("a", 2)), call)).isEqualTo("lost=0 duplicated=1 torn=0");
        assertThat(judge(singles(Map.of()), call)).isEqualTo("lost=1 duplicated=0 torn=0");
    }

    @Test
    void aBalanceIsTheSumOfItsEntries() {
        Stored wrong = new Stored(Map.of(), Map.of(), Set.of(), Map.of(), Map.of(7L, 5L), Map.of(7L, 4L));
        assertThat(judge(wrong)).isEqualTo("lost=0 duplicated=0 torn=1");
    }

    private static String judge(Stored stored, Call... calls) {
        Verdict verdict = Oracle.judge(List.of(calls), stored);
        return "lost=" + verdict.lost() + " duplicated=" + verdict.duplicated() + " torn=" + verdict.torn();
    }

    private static Call rows(long op, int parts, Outcome outcome) {
        return new Call(op, "insert", List.of(new Rows(parts)), outcome, 0, 1);
    }

    private static Call removal(Outcome outcome) {
        return new Call(2, "delete", List.of(new Removal(1)), outcome, 0, 1);
    }

    private static Call value(long op, Long value, Outcome outcome, long begun, long ended) {
        return new Call(op, "set", List.of(new Value("r", 2, value)), outcome, begun, ended);
    }

    private static Parts whole(int parts) {
        return new Parts(parts, parts, 0, parts - 1);
    }

    private static Stored stored(Map<Long, Parts> parts) {
        return new Stored(parts, Map.of(), Set.of(), Map.of(), Map.of(), Map.of());
    }

    private static Stored register(Long... values) {
        return new Stored(Map.of(), Map.of("r", Arrays.asList(values)), Set.of(), Map.of(), Map.of(), Map.of());
    }

    private static Stored singles(Map<String, Integer> rows) {
        return new Stored(Map.of(), Map.of(), Set.of(), rows, Map.of(), Map.of());
    }
}
