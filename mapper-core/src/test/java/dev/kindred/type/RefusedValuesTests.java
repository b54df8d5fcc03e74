package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedValuesTests {

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(
                Arguments.of(SqlTypes.YEAR, 2_000_000_000),
                Arguments.of(SqlTypes.YEAR_MONTH, "2000000000"),
                Arguments.of(SqlTypes.MONTH_DAY, "2000000000"),
                Arguments.of(SqlTypes.ZONE_ID, "Nowhere/2000000000"),
                Arguments.of(SqlTypes.ZONE_OFFSET, "2000000000"),
                Arguments.of(SqlTypes.BIG_INTEGER, new BigDecimal("2000000000.5")),
                Arguments.of(SqlTypes.PERIOD, "2000000000000 days"),
                Arguments.of(SqlTypes.DURATION, "20000000000000000000000 days"));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void aValueThatDoesNotFitIsRefusedWithoutBeingShown(SqlType<?> type, Object wire) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.fromWire(wire, JsonFormat.none()))
                .withMessageNotContaining("2000000000")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "soon"})
    void aTextThatIsNoIntervalIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.DURATION.fromWire(text, JsonFormat.none()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonb; DROP TABLE users; --", "xml", ""})
    void onlyTheTwoTypesOfJsonHoldJson(String databaseType) {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.json(Map.class, Map.class, databaseType));
    }

    @Test
    void aBuiltInTypeHasAPlainName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeName("int8; DROP TABLE users", true, false));
    }

    @Test
    void anArrayOfArraysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.list(SqlTypes.list(SqlTypes.STRING)));
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.named(SqlTypes.list(SqlTypes.STRING), "tags"));
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.array(SqlTypes.STRING, int[].class));
    }
}
