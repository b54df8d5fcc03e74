package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.model.EntityColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current time as a column value, truncated to microseconds, the precision of PostgreSQL. */
final class AuditTime {

    private AuditTime() {}

    /** Returns a fixed clock with the current time of {@code clock}, so that all times of one statement are equal. */
    static Clock reading(Clock clock) {
        return Clock.fixed(clock.instant(), clock.getZone());
    }

    /**
     * Returns the instant of {@code time}, or null if {@code time} is null, not a time, or ambiguous in the zone of
     * {@code clock}.
     */
    static @Nullable Instant momentOf(@Nullable Object time, Clock clock) {
        if (time instanceof Instant instant) {
            return instant;
        }
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (time instanceof LocalDateTime local) {
            List<ZoneOffset> offsets = clock.getZone().getRules().getValidOffsets(local);
            return offsets.size() == 1 ? local.toInstant(offsets.get(0)) : null;
        }
        return null;
    }

    static Object now(EntityColumn<?, ?> column, Clock clock) {
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
