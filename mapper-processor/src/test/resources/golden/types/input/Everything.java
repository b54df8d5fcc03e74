package app;

import dev.kindred.annotation.CreatedAt;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ReadOnly;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Transient;
import dev.kindred.annotation.UpdatedAt;
import dev.kindred.annotation.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

@Table(schema = "stock")
public record Everything(
        @Id UUID id,
        boolean flag,
        byte tiny,
        short small,
        int number,
        @Version long version,
        float single,
        double twofold,
        char letter,
        Boolean boxedFlag,
        Byte boxedTiny,
        Short boxedSmall,
        Integer boxedNumber,
        Long boxedLong,
        Float boxedSingle,
        Double boxedDouble,
        Character boxedLetter,
        String text,
        BigDecimal amount,
        BigInteger count,
        LocalDate date,
        LocalTime time,
        OffsetTime offsetTime,
        LocalDateTime dateTime,
        @CreatedAt Instant createdAt,
        @UpdatedAt OffsetDateTime updatedAt,
        ZonedDateTime zoned,
        Year year,
        YearMonth yearMonth,
        MonthDay monthDay,
        ZoneId zone,
        ZoneOffset offset,
        Duration duration,
        Period period,
        byte[] bytes,
        @ReadOnly String search,
        @Transient Object cache,
        @Transient long hits,
        @Transient boolean dirty) {}
