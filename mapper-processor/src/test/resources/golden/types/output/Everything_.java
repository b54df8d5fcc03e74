package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Boolean;
import java.lang.Byte;
import java.lang.Character;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.Short;
import java.lang.String;
import java.lang.SuppressWarnings;
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
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Everything}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Everything_ extends GeneratedModel<Everything> {
    private static final Everything_ model = new Everything_();

    public static final ComparableColumn<Everything, UUID> ID = model.<UUID>comparable("id", "id", SqlTypes.UUID, "ID", null);

    public static final EntityColumn<Everything, Boolean> FLAG = model.<Boolean>plain("flag", "flag", SqlTypes.BOOLEAN, "PRIMITIVE", null);

    public static final NumberColumn<Everything, Byte> TINY = model.<Byte>number("tiny", "tiny", SqlTypes.BYTE, "PRIMITIVE", null);

    public static final NumberColumn<Everything, Short> SMALL = model.<Short>number("small", "small", SqlTypes.SHORT, "PRIMITIVE", null);

    public static final NumberColumn<Everything, Integer> NUMBER = model.<Integer>number("number", "number", SqlTypes.INTEGER, "PRIMITIVE", null);

    public static final NumberColumn<Everything, Long> VERSION = model.<Long>number("version", "version", SqlTypes.LONG, "VERSION PRIMITIVE", null);

    public static final NumberColumn<Everything, Float> SINGLE = model.<Float>number("single", "single", SqlTypes.FLOAT, "PRIMITIVE", null);

    public static final NumberColumn<Everything, Double> TWOFOLD = model.<Double>number("twofold", "twofold", SqlTypes.DOUBLE, "PRIMITIVE", null);

    public static final ComparableColumn<Everything, Character> LETTER = model.<Character>comparable("letter", "letter", SqlTypes.CHARACTER, "PRIMITIVE", null);

    public static final EntityColumn<Everything, Boolean> BOXED_FLAG = model.<Boolean>plain("boxedFlag", "boxed_flag", SqlTypes.BOOLEAN, "", null);

    public static final NumberColumn<Everything, Byte> BOXED_TINY = model.<Byte>number("boxedTiny", "boxed_tiny", SqlTypes.BYTE, "", null);

    public static final NumberColumn<Everything, Short> BOXED_SMALL = model.<Short>number("boxedSmall", "boxed_small", SqlTypes.SHORT, "", null);

    public static final NumberColumn<Everything, Integer> BOXED_NUMBER = model.<Integer>number("boxedNumber", "boxed_number", SqlTypes.INTEGER, "", null);

    public static final NumberColumn<Everything, Long> BOXED_LONG = model.<Long>number("boxedLong", "boxed_long", SqlTypes.LONG, "", null);

    public static final NumberColumn<Everything, Float> BOXED_SINGLE = model.<Float>number("boxedSingle", "boxed_single", SqlTypes.FLOAT, "", null);

    public static final NumberColumn<Everything, Double> BOXED_DOUBLE = model.<Double>number("boxedDouble", "boxed_double", SqlTypes.DOUBLE, "", null);

    public static final ComparableColumn<Everything, Character> BOXED_LETTER = model.<Character>comparable("boxedLetter", "boxed_letter", SqlTypes.CHARACTER, "", null);

    public static final TextColumn<Everything> TEXT = model.text("text", "text", SqlTypes.STRING, "", null);

    public static final NumberColumn<Everything, BigDecimal> AMOUNT = model.<BigDecimal>number("amount", "amount", SqlTypes.BIG_DECIMAL, "", null);

    public static final NumberColumn<Everything, BigInteger> COUNT = model.<BigInteger>number("count", "count", SqlTypes.BIG_INTEGER, "", null);

    public static final ComparableColumn<Everything, LocalDate> DATE = model.<LocalDate>comparable("date", "date", SqlTypes.LOCAL_DATE, "", null);

    public static final ComparableColumn<Everything, LocalTime> TIME = model.<LocalTime>comparable("time", "time", SqlTypes.LOCAL_TIME, "", null);

    public static final ComparableColumn<Everything, OffsetTime> OFFSET_TIME = model.<OffsetTime>comparable("offsetTime", "offset_time", SqlTypes.OFFSET_TIME, "", null);

    public static final ComparableColumn<Everything, LocalDateTime> DATE_TIME = model.<LocalDateTime>comparable("dateTime", "date_time", SqlTypes.LOCAL_DATE_TIME, "", null);

    public static final ComparableColumn<Everything, Instant> CREATED_AT = model.<Instant>comparable("createdAt", "created_at", SqlTypes.INSTANT, "CREATED_AT", null);

    public static final ComparableColumn<Everything, OffsetDateTime> UPDATED_AT = model.<OffsetDateTime>comparable("updatedAt", "updated_at", SqlTypes.OFFSET_DATE_TIME, "UPDATED_AT", null);

    public static final ComparableColumn<Everything, ZonedDateTime> ZONED = model.<ZonedDateTime>comparable("zoned", "zoned", SqlTypes.ZONED_DATE_TIME, "", null);

    public static final ComparableColumn<Everything, Year> YEAR = model.<Year>comparable("year", "year", SqlTypes.YEAR, "", null);

    public static final ComparableColumn<Everything, YearMonth> YEAR_MONTH = model.<YearMonth>comparable("yearMonth", "year_month", SqlTypes.YEAR_MONTH, "", null);

    public static final ComparableColumn<Everything, MonthDay> MONTH_DAY = model.<MonthDay>comparable("monthDay", "month_day", SqlTypes.MONTH_DAY, "", null);

    public static final ComparableColumn<Everything, ZoneId> ZONE = model.<ZoneId>comparable("zone", "zone", SqlTypes.ZONE_ID, "", null);

    public static final ComparableColumn<Everything, ZoneOffset> OFFSET = model.<ZoneOffset>comparable("offset", "offset", SqlTypes.ZONE_OFFSET, "", null);

    public static final ComparableColumn<Everything, Duration> DURATION = model.<Duration>comparable("duration", "duration", SqlTypes.DURATION, "", null);

    public static final ComparableColumn<Everything, Period> PERIOD = model.<Period>comparable("period", "period", SqlTypes.PERIOD, "", null);

    public static final EntityColumn<Everything, byte[]> BYTES = model.<byte[]>plain("bytes", "bytes", SqlTypes.BYTES, "", null);

    public static final TextColumn<Everything> SEARCH = model.text("search", "search", SqlTypes.STRING, "READ_ONLY", null);

    /**
     * The model of {@link Everything}.
     */
    public static final EntityModel<Everything> MODEL = model.model("stock", "everything", null);

    private Everything_() {
        super(Everything.class, 1);
    }

    /**
     * Starts a new {@link Everything} with its required members.
     */
    public static Draft<Everything> draft(
            UUID id,
            boolean flag,
            byte tiny,
            short small,
            int number,
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
            ZonedDateTime zoned,
            Year year,
            YearMonth yearMonth,
            MonthDay monthDay,
            ZoneId zone,
            ZoneOffset offset,
            Duration duration,
            Period period,
            byte[] bytes) {
        return Everything_.model.start(new Object[] {id, flag, tiny, small, number, single, twofold, letter, boxedFlag, boxedTiny, boxedSmall, boxedNumber, boxedLong, boxedSingle, boxedDouble, boxedLetter, text, amount, count, date, time, offsetTime, dateTime, zoned, year, yearMonth, monthDay, zone, offset, duration, period, bytes});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Everything> copyOf(Everything entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Everything entity = (Everything) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.flag();
            case 2: return entity.tiny();
            case 3: return entity.small();
            case 4: return entity.number();
            case 5: return entity.version();
            case 6: return entity.single();
            case 7: return entity.twofold();
            case 8: return entity.letter();
            case 9: return entity.boxedFlag();
            case 10: return entity.boxedTiny();
            case 11: return entity.boxedSmall();
            case 12: return entity.boxedNumber();
            case 13: return entity.boxedLong();
            case 14: return entity.boxedSingle();
            case 15: return entity.boxedDouble();
            case 16: return entity.boxedLetter();
            case 17: return entity.text();
            case 18: return entity.amount();
            case 19: return entity.count();
            case 20: return entity.date();
            case 21: return entity.time();
            case 22: return entity.offsetTime();
            case 23: return entity.dateTime();
            case 24: return entity.createdAt();
            case 25: return entity.updatedAt();
            case 26: return entity.zoned();
            case 27: return entity.year();
            case 28: return entity.yearMonth();
            case 29: return entity.monthDay();
            case 30: return entity.zone();
            case 31: return entity.offset();
            case 32: return entity.duration();
            case 33: return entity.period();
            case 34: return entity.bytes();
            case 35: return entity.search();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Everything(
                (UUID) row.required(0),
                row.requiredBoolean(1),
                (byte) row.required(2),
                row.requiredShort(3),
                row.requiredInt(4),
                row.requiredLong(5),
                row.requiredFloat(6),
                row.requiredDouble(7),
                (char) row.required(8),
                (Boolean) row.required(9),
                (Byte) row.required(10),
                (Short) row.required(11),
                (Integer) row.required(12),
                (Long) row.required(13),
                (Float) row.required(14),
                (Double) row.required(15),
                (Character) row.required(16),
                (String) row.required(17),
                (BigDecimal) row.required(18),
                (BigInteger) row.required(19),
                (LocalDate) row.required(20),
                (LocalTime) row.required(21),
                (OffsetTime) row.required(22),
                (LocalDateTime) row.required(23),
                (Instant) row.required(24),
                (OffsetDateTime) row.required(25),
                (ZonedDateTime) row.required(26),
                (Year) row.required(27),
                (YearMonth) row.required(28),
                (MonthDay) row.required(29),
                (ZoneId) row.required(30),
                (ZoneOffset) row.required(31),
                (Duration) row.required(32),
                (Period) row.required(33),
                (byte[]) row.required(34),
                (String) row.required(35),
                null,
                0L,
                false);
    }
}
