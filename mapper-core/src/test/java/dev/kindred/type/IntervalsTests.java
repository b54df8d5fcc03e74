package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTests {

    @ParameterizedTest
    @CsvSource({
        "00:00:00, PT0S",
        "01:02:03, PT1H2M3S",
        "00:00:00.5, PT0.5S",
        "00:00:00.000001, PT0.000001S",
        "-00:00:00.5, PT-0.5S",
        "-01:02:03.456789, PT-1H-2M-3.456789S",
        "1000:00:00, PT1000H",
        "1 day, PT24H",
        "-1 days, PT-24H",
        "3 days 04:05:06, PT76H5M6S",
        "-1 days +02:03:04, PT-21H-56M-56S",
        "1 day -00:00:01, PT23H59M59S",
        "-2 days -00:30:00, PT-48H-30M"
    })
    void aDurationIsReadFromTheStylePostgres(String text, Duration expected) {
        assertThat(Wire.from(SqlTypes.DURATION, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S",
        "PT1H2M3S, PT1H2M3S",
        "PT0.5S, PT0.5S",
        "PT-0.5S, PT-0.5S",
        "PT0.000001S, PT0.000001S",
        "P3DT4H5M6S, PT76H5M6S",
        "P-1DT2H3M4S, PT-21H-56M-56S",
        "P-1DT-2H-3M-4.5S, PT-26H-3M-4.5S",
        "P1D, PT24H",
        "PT-90M, PT-1H-30M"
    })
    void aDurationIsReadFromTheStyleIso8601(String text, Duration expected) {
        assertThat(Wire.from(SqlTypes.DURATION, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:00, P0D",
        "1 day, P1D",
        "-3 days, P-3D",
        "1 mon, P1M",
        "2 mons 3 days, P2M3D",
        "1 year, P1Y",
        "1 year 2 mons 3 days, P1Y2M3D",
        "-1 years -2 mons +3 days, P-1Y-2M3D",
        "1 year 2 mons 3 days 00:00:00, P1Y2M3D"
    })
    void aPeriodIsReadFromTheStylePostgres(String text, Period expected) {
        assertThat(Wire.from(SqlTypes.PERIOD, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, P0D", "P1D, P1D", "P1M, P1M", "P1Y2M3D, P1Y2M3D", "P-1Y-2M3D, P-1Y-2M3D", "P-3D, P-3D"})
    void aPeriodIsReadFromTheStyleIso8601(String text, Period expected) {
        assertThat(Wire.from(SqlTypes.PERIOD, text)).isEqualTo(expected);
    }

    @Test
    void monthsBeyondAYearAreYearsAndMonths() {
        assertThat(Wire.thereAndBack(SqlTypes.PERIOD, Period.ofMonths(14))).isEqualTo(Period.of(1, 2, 0));
        assertThat(Wire.thereAndBack(SqlTypes.PERIOD, Period.of(1, -2, 0))).isEqualTo(Period.ofMonths(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 mon", "1 year 01:00:00", "P1M", "P7YT1S", "-7 mons"})
    void aDurationHasNoMonths(String text) {
        Wire.assertRefused(() -> Wire.from(SqlTypes.DURATION, text), "map it to a Period", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:07", "1 day -00:00:00.7", "PT7S", "P1MT0.000007S"})
    void aPeriodHasNoTimeOfDay(String text) {
        Wire.assertRefused(() -> Wire.from(SqlTypes.PERIOD, text), "map it to a Duration", "7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ 7 hours 2 mins",
                "7-2 3 4:05:06",
                "1 day 7",
                "07:00",
                "infinity",
                "-infinity",
                "7 days 1 mon",
                "P7",
                "PT7.5H"
            })
    void aTextInAnotherStyleIsRefusedWithTheSettingToLookAt(String text) {
        Wire.assertRefused(() -> Wire.from(SqlTypes.DURATION, text), "intervalstyle", "7");
        Wire.assertRefused(() -> Wire.from(SqlTypes.PERIOD, text), "intervalstyle", "7");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 999_999, -999_999, 86_400_000_000L, -90_061_000_001L, 3_155_760_000_000_000L})
    void everyDurationComesBackToTheMicrosecond(long micros) {
        Duration duration = Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);

        assertThat(Wire.thereAndBack(SqlTypes.DURATION, duration)).isEqualTo(duration);
    }
}
