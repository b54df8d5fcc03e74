package dev.kindred.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The times PostgreSQL can hold: from 4713 BC, dates to 5874897 and timestamps to 294276; PostgreSQL manual, section 8.5. The first and the
 * last time of a Java class stand for infinity.
 */
final class Times {

    private static final LocalDate FIRST_DATE = LocalDate.of(-4712, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
    private static final LocalDateTime FIRST_TIMESTAMP = FIRST_DATE.atStartOfDay();
    private static final LocalDateTime LAST_TIMESTAMP = LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_999);
    private static final Instant FIRST_INSTANT = FIRST_TIMESTAMP.toInstant(ZoneOffset.UTC);
    private static final Instant LAST_INSTANT = LAST_TIMESTAMP.toInstant(ZoneOffset.UTC);
    /** What infinity is read as. */
    private static final Instant FURTHEST_PAST = OffsetDateTime.MIN.toInstant();

    private static final Instant FURTHEST_FUTURE = OffsetDateTime.MAX.toInstant();

    private Times() {}

    /** Returns {@code date} unless the driver would silently store infinity in its place. */
    static LocalDate storable(LocalDate date) {
        boolean within = !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
        return checked(date, within || date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX));
    }

    /** Returns {@code time} unless the driver would silently store infinity in its place. */
    static LocalDateTime storable(LocalDateTime time) {
        boolean within = !time.isBefore(FIRST_TIMESTAMP) && !time.isAfter(LAST_TIMESTAMP);
        return checked(time, within || time.equals(LocalDateTime.MIN) || time.equals(LocalDateTime.MAX));
    }

    /** Returns {@code instant} unless the driver would silently store infinity in its place. */
    static Instant storable(Instant instant) {
        boolean within = !instant.isBefore(FIRST_INSTANT) && !instant.isAfter(LAST_INSTANT);
        return checked(instant, within || !instant.isAfter(FURTHEST_PAST) || !instant.isBefore(FURTHEST_FUTURE));
    }

    /** Returns what {@link Instant#atOffset} does, which makes rules of a zone for each. */
    static OffsetDateTime inUtc(Instant instant) {
        return OffsetDateTime.of(
                LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC),
                ZoneOffset.UTC);
    }

    private static <T> T checked(T time, boolean storable) {
        if (!storable) {
            throw new IllegalArgumentException("the time is before or after all those that PostgreSQL can store");
        }
        return time;
    }
}
