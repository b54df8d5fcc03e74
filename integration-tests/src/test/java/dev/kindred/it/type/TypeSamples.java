package dev.kindred.it.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Entities with a value of every type. */
final class TypeSamples {

    private TypeSamples() {}

    static UUID id(long number) {
        return new UUID(0, number);
    }

    static Stream<Object> entities() {
        Duration length = Duration.parse("PT-36H-1M-0.000001S");
        return Stream.of(
                Numbers.least(),
                Numbers.most(),
                Numbers.none(),
                Numbers.plain(),
                Times.none(),
                Times.at(2, LocalDateTime.parse("1999-12-31T23:59:59.999999"), length, Period.of(1, 2, -3)),
                Times.at(3, LocalDateTime.parse("1582-10-04T00:00:00"), Duration.ZERO, Period.ZERO),
                Times.at(4, LocalDateTime.parse("1582-10-15T12:30:00.5"), Duration.ofDays(400), Period.ofDays(-1)),
                Times.at(5, LocalDateTime.parse("0001-01-01T00:00:00"), length.negated(), Period.of(2, 1, 0)),
                Times.at(6, LocalDateTime.parse("-4711-01-01T00:00:00"), Duration.ofNanos(1000), Period.ofYears(-7)),
                Times.at(
                        7,
                        LocalDateTime.parse("+294276-12-31T23:59:59.999999"),
                        Duration.ofSeconds(59),
                        Period.ofDays(9)),
                full(),
                empty(),
                nothing());
    }

    static Things full() {
        return new Things(
                id(1),
                "'\"\\ ünïcödé 🎈 $1 ?",
                new byte[] {0, 1, -1},
                Mood.HAPPY,
                Mood.SAD,
                new Things.Place("Here", 7, List.of("a", "b")),
                Map.of("k", List.of(1, "two")),
                List.of(new Things.Place("There", null, List.of())),
                new Money(new BigDecimal("12.50"), "EUR"),
                "01234",
                new String[] {"a", null, "", "{}", "x,\"y\"\\"},
                new int[] {1, Integer.MIN_VALUE},
                new UUID[] {id(5), null},
                new byte[][] {{1, 2}, {}, null},
                new Mood[] {Mood.OK, null},
                Arrays.asList("one", null, "NULL"),
                Arrays.asList(new BigDecimal("0.00"), null, new BigDecimal("-1.50")),
                Arrays.asList(Instant.parse("1999-12-31T23:59:59.5Z"), null),
                Arrays.asList(LocalDate.of(1582, 10, 4), null),
                Arrays.asList(Mood.SAD, null),
                Arrays.asList(true, null, false));
    }

    static Things empty() {
        return new Things(
                id(2),
                "",
                new byte[0],
                Mood.OK,
                Mood.OK,
                new Things.Place("", 0, List.of()),
                Map.of(),
                List.of(),
                new Money(BigDecimal.ZERO, "X"),
                "99999",
                new String[0],
                new int[0],
                new UUID[0],
                new byte[0][],
                new Mood[0],
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Things nothing() {
        return new Things(
                id(3), null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }
}
