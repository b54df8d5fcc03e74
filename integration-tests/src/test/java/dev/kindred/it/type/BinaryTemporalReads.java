package dev.kindred.it.type;

import io.r2dbc.postgresql.codec.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** The dates, times and intervals that {@link BinaryCodecsIntegrationTests} reads. */
final class BinaryTemporalReads {

    private static final String[] DATES = {
        "4714-11-24 BC",
        "4713-01-01 BC",
        "0044-03-15 BC",
        "0001-12-31 BC",
        "0001-01-01",
        "0100-03-01",
        "1000-02-28",
        "1500-02-28",
        "1500-03-01",
        "1582-10-04",
        "1582-10-05",
        "1582-10-14",
        "1582-10-15",
        "1900-02-28",
        "1969-12-31",
        "1970-01-01",
        "1999-12-31",
        "2000-01-01",
        "2000-02-29",
        "2024-02-29",
        "9999-12-31",
        "10000-01-01",
        "294276-12-31"
    };

    private static final String[] TIMES = {"00:00:00", "00:00:00.000001", "12:34:56", "23:59:59.5", "23:59:59.999999"};

    private BinaryTemporalReads() {}

    static Stream<BinaryReads.Read> reads() {
        return Stream.of(dates(), timestamps(), times(), intervals()).flatMap(reads -> reads);
    }

    private static Stream<BinaryReads.Read> dates() {
        return Stream.concat(
                Stream.concat(Stream.of(DATES), Stream.of("294277-01-01", "5874897-12-31", "infinity", "-infinity"))
                        .map(date -> new BinaryReads.Read("date '" + date + "'", LocalDate.class)),
                Stream.of(DATES)
                        .flatMap(date -> Stream.of(LocalDateTime.class, Instant.class)
                                .map(type -> new BinaryReads.Read("date '" + date + "'", type))));
    }

    private static Stream<BinaryReads.Read> timestamps() {
        Stream<BinaryReads.Read> values = Stream.of(DATES)
                .skip(1)
                .flatMap(date -> Stream.of(TIMES).flatMap(time -> {
                    String value = " '" + date.replaceFirst("( BC)?$", " " + time + "$1") + "'";
                    return Stream.concat(
                            Stream.of(LocalDateTime.class, LocalDate.class, LocalTime.class, Instant.class)
                                    .map(type -> new BinaryReads.Read("timestamp" + value, type)),
                            Stream.of(
                                            Instant.class,
                                            OffsetDateTime.class,
                                            ZonedDateTime.class,
                                            LocalDateTime.class,
                                            LocalDate.class,
                                            LocalTime.class)
                                    .map(type -> new BinaryReads.Read("timestamptz" + value, type)));
                }));
        Stream<BinaryReads.Read> infinities = Stream.of("infinity", "-infinity")
                .flatMap(value -> Stream.of(
                        new BinaryReads.Read("timestamp '" + value + "'", LocalDateTime.class),
                        new BinaryReads.Read("timestamp '" + value + "'", LocalDate.class),
                        new BinaryReads.Read("timestamptz '" + value + "'", Instant.class),
                        new BinaryReads.Read("timestamptz '" + value + "'", OffsetDateTime.class),
                        new BinaryReads.Read("timestamptz '" + value + "'", ZonedDateTime.class)));
        return Stream.concat(values, infinities);
    }

    private static Stream<BinaryReads.Read> times() {
        return Stream.of(TIMES)
                .flatMap(time -> Stream.concat(
                        Stream.of(new BinaryReads.Read("time '" + time + "'", LocalTime.class)),
                        Stream.of("+00", "+15:59", "-15:59", "-03:30", "+05:30:15")
                                .map(offset ->
                                        new BinaryReads.Read("timetz '" + time + offset + "'", OffsetTime.class))));
    }

    private static Stream<BinaryReads.Read> intervals() {
        return Stream.of(
                        "0",
                        "1 microsecond",
                        "-1 microsecond",
                        "1 year 2 months 3 days 04:05:06.789012",
                        "-1 year -2 months -3 days -04:05:06.789012",
                        "1 year -3 days 00:00:00.5",
                        "-13 months 40 days -00:59:59.999999",
                        "100 hours",
                        "2147483647 hours 59 minutes 59.999999 seconds",
                        "-2147483647 hours",
                        "178956970 years 7 months 2147483647 days",
                        "-178956970 years -8 months -2147483647 days")
                .map(value -> new BinaryReads.Read("interval '" + value + "'", Interval.class));
    }
}
