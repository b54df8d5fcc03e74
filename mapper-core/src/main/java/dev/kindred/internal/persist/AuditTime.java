package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.model.Column;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** The current time as a column holds it: to the microsecond, which is what PostgreSQL stores. */
final class AuditTime {

    private AuditTime() {}

    static Object now(Column<?, ?> column, Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Class<?> type = column.type().javaType();
        if (type == Instant.class) {
            return now;
        }
        if (type == OffsetDateTime.class) {
            return now.atOffset(ZoneOffset.UTC);
        }
        if (type == ZonedDateTime.class) {
            return now.atZone(ZoneOffset.UTC);
        }
        if (type == LocalDateTime.class) {
            return LocalDateTime.ofInstant(now, clock.getZone());
        }
        throw new MappingException("The " + column + " is of type " + type.getName()
                + ", which cannot hold a time. Make it an Instant, OffsetDateTime, ZonedDateTime or LocalDateTime.");
    }
}
