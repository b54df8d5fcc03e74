package dev.kindred.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the text of an interval in the server's styles {@code postgres} (the default) and {@code iso_8601}; see the
 * PostgreSQL manual, section 8.5.5.
 */
final class Intervals {

    private static final Pattern POSTGRES =
            Pattern.compile("(?:([-+]?\\d+) years?)? ?(?:([-+]?\\d+) mons?)? ?(?:([-+]?\\d+) days?)?"
                    + " ?(?:([-+])?(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?))?");
    private static final Pattern ISO = Pattern.compile("P(?:(-?\\d+)Y)?(?:(-?\\d+)M)?(?:(-?\\d+)D)?"
            + "(?:T(?:(-?\\d+)H)?(?:(-?\\d+)M)?(?:(-?\\d+(?:\\.\\d+)?)S)?)?");

    private final long months;
    private final long days;
    private final Duration time;

    private Intervals(long months, long days, Duration time) {
        this.months = months;
        this.days = days;
        this.time = time;
    }

    static Duration duration(String text) {
        Intervals interval = parse(text);
        if (interval.months != 0) {
            throw new IllegalArgumentException("a Duration cannot hold the months of the interval; map it to a Period");
        }
        return interval.time.plusDays(interval.days);
    }

    static Period period(String text) {
        Intervals interval = parse(text);
        if (!interval.time.isZero()) {
            throw new IllegalArgumentException(
                    "a Period cannot hold the time part of the interval; map it to a Duration");
        }
        return Period.of(
                Math.toIntExact(interval.months / 12),
                Math.toIntExact(interval.months % 12),
                Math.toIntExact(interval.days));
    }

    private static Intervals parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches() && !text.endsWith("P") && !text.endsWith("T")) {
            Duration time = Duration.ofHours(number(iso.group(4)))
                    .plusMinutes(number(iso.group(5)))
                    .plus(seconds(iso.group(6)));
            return new Intervals(number(iso.group(1)) * 12 + number(iso.group(2)), number(iso.group(3)), time);
        }
        Matcher postgres = POSTGRES.matcher(text);
        if (!postgres.matches() || text.isEmpty()) {
            throw new IllegalArgumentException(
                    "the text of the interval is in neither the style 'postgres' nor 'iso_8601' (see intervalstyle)");
        }
        Duration time = Duration.ofHours(number(postgres.group(5)))
                .plusMinutes(number(postgres.group(6)))
                .plus(seconds(postgres.group(7)));
        return new Intervals(
                number(postgres.group(1)) * 12 + number(postgres.group(2)),
                number(postgres.group(3)),
                "-".equals(postgres.group(4)) ? time.negated() : time);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Duration seconds(@Nullable String digits) {
        return digits == null
                ? Duration.ZERO
                : Duration.ofNanos(new BigDecimal(digits).movePointRight(9).longValueExact());
    }
}
