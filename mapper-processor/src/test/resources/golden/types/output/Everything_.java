package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
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
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Everything}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Everything_ {
    /**
     * The column of {@code id}.
     */
    public static final ComparableColumn<Everything, UUID> ID = ComparableColumn.<Everything, UUID>of(ColumnDefinition.<Everything, UUID>of(
            Everything.class, "id", "id", SqlTypes.UUID, Everything::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code flag}.
     */
    public static final EntityColumn<Everything, Boolean> FLAG = ColumnDefinition.<Everything, Boolean>of(
            Everything.class, "flag", "flag", SqlTypes.BOOLEAN, Everything::flag)
            .primitive(false)
            .column();

    /**
     * The column of {@code tiny}.
     */
    public static final NumberColumn<Everything, Byte> TINY = NumberColumn.<Everything, Byte>of(ColumnDefinition.<Everything, Byte>of(
            Everything.class, "tiny", "tiny", SqlTypes.BYTE, Everything::tiny)
            .primitive((byte) 0));

    /**
     * The column of {@code small}.
     */
    public static final NumberColumn<Everything, Short> SMALL = NumberColumn.<Everything, Short>of(ColumnDefinition.<Everything, Short>of(
            Everything.class, "small", "small", SqlTypes.SHORT, Everything::small)
            .primitive((short) 0));

    /**
     * The column of {@code number}.
     */
    public static final NumberColumn<Everything, Integer> NUMBER = NumberColumn.<Everything, Integer>of(ColumnDefinition.<Everything, Integer>of(
            Everything.class, "number", "number", SqlTypes.INTEGER, Everything::number)
            .primitive(0));

    /**
     * The column of {@code version}.
     */
    public static final NumberColumn<Everything, Long> VERSION = NumberColumn.<Everything, Long>of(ColumnDefinition.<Everything, Long>of(
            Everything.class, "version", "version", SqlTypes.LONG, Everything::version)
            .with(ColumnTrait.VERSION)
            .primitive(0L));

    /**
     * The column of {@code single}.
     */
    public static final NumberColumn<Everything, Float> SINGLE = NumberColumn.<Everything, Float>of(ColumnDefinition.<Everything, Float>of(
            Everything.class, "single", "single", SqlTypes.FLOAT, Everything::single)
            .primitive(0f));

    /**
     * The column of {@code twofold}.
     */
    public static final NumberColumn<Everything, Double> TWOFOLD = NumberColumn.<Everything, Double>of(ColumnDefinition.<Everything, Double>of(
            Everything.class, "twofold", "twofold", SqlTypes.DOUBLE, Everything::twofold)
            .primitive(0d));

    /**
     * The column of {@code letter}.
     */
    public static final ComparableColumn<Everything, Character> LETTER = ComparableColumn.<Everything, Character>of(ColumnDefinition.<Everything, Character>of(
            Everything.class, "letter", "letter", SqlTypes.CHARACTER, Everything::letter)
            .primitive('\0'));

    /**
     * The column of {@code boxedFlag}.
     */
    public static final EntityColumn<Everything, Boolean> BOXED_FLAG = ColumnDefinition.<Everything, Boolean>of(
            Everything.class, "boxedFlag", "boxed_flag", SqlTypes.BOOLEAN, Everything::boxedFlag)
            .column();

    /**
     * The column of {@code boxedTiny}.
     */
    public static final NumberColumn<Everything, Byte> BOXED_TINY = NumberColumn.<Everything, Byte>of(ColumnDefinition.<Everything, Byte>of(
            Everything.class, "boxedTiny", "boxed_tiny", SqlTypes.BYTE, Everything::boxedTiny));

    /**
     * The column of {@code boxedSmall}.
     */
    public static final NumberColumn<Everything, Short> BOXED_SMALL = NumberColumn.<Everything, Short>of(ColumnDefinition.<Everything, Short>of(
            Everything.class, "boxedSmall", "boxed_small", SqlTypes.SHORT, Everything::boxedSmall));

    /**
     * The column of {@code boxedNumber}.
     */
    public static final NumberColumn<Everything, Integer> BOXED_NUMBER = NumberColumn.<Everything, Integer>of(ColumnDefinition.<Everything, Integer>of(
            Everything.class, "boxedNumber", "boxed_number", SqlTypes.INTEGER, Everything::boxedNumber));

    /**
     * The column of {@code boxedLong}.
     */
    public static final NumberColumn<Everything, Long> BOXED_LONG = NumberColumn.<Everything, Long>of(ColumnDefinition.<Everything, Long>of(
            Everything.class, "boxedLong", "boxed_long", SqlTypes.LONG, Everything::boxedLong));

    /**
     * The column of {@code boxedSingle}.
     */
    public static final NumberColumn<Everything, Float> BOXED_SINGLE = NumberColumn.<Everything, Float>of(ColumnDefinition.<Everything, Float>of(
            Everything.class, "boxedSingle", "boxed_single", SqlTypes.FLOAT, Everything::boxedSingle));

    /**
     * The column of {@code boxedDouble}.
     */
    public static final NumberColumn<Everything, Double> BOXED_DOUBLE = NumberColumn.<Everything, Double>of(ColumnDefinition.<Everything, Double>of(
            Everything.class, "boxedDouble", "boxed_double", SqlTypes.DOUBLE, Everything::boxedDouble));

    /**
     * The column of {@code boxedLetter}.
     */
    public static final ComparableColumn<Everything, Character> BOXED_LETTER = ComparableColumn.<Everything, Character>of(ColumnDefinition.<Everything, Character>of(
            Everything.class, "boxedLetter", "boxed_letter", SqlTypes.CHARACTER, Everything::boxedLetter));

    /**
     * The column of {@code text}.
     */
    public static final TextColumn<Everything> TEXT = TextColumn.<Everything>of(ColumnDefinition.<Everything, String>of(
            Everything.class, "text", "text", SqlTypes.STRING, Everything::text));

    /**
     * The column of {@code amount}.
     */
    public static final NumberColumn<Everything, BigDecimal> AMOUNT = NumberColumn.<Everything, BigDecimal>of(ColumnDefinition.<Everything, BigDecimal>of(
            Everything.class, "amount", "amount", SqlTypes.BIG_DECIMAL, Everything::amount));

    /**
     * The column of {@code count}.
     */
    public static final NumberColumn<Everything, BigInteger> COUNT = NumberColumn.<Everything, BigInteger>of(ColumnDefinition.<Everything, BigInteger>of(
            Everything.class, "count", "count", SqlTypes.BIG_INTEGER, Everything::count));

    /**
     * The column of {@code date}.
     */
    public static final ComparableColumn<Everything, LocalDate> DATE = ComparableColumn.<Everything, LocalDate>of(ColumnDefinition.<Everything, LocalDate>of(
            Everything.class, "date", "date", SqlTypes.LOCAL_DATE, Everything::date));

    /**
     * The column of {@code time}.
     */
    public static final ComparableColumn<Everything, LocalTime> TIME = ComparableColumn.<Everything, LocalTime>of(ColumnDefinition.<Everything, LocalTime>of(
            Everything.class, "time", "time", SqlTypes.LOCAL_TIME, Everything::time));

    /**
     * The column of {@code offsetTime}.
     */
    public static final ComparableColumn<Everything, OffsetTime> OFFSET_TIME = ComparableColumn.<Everything, OffsetTime>of(ColumnDefinition.<Everything, OffsetTime>of(
            Everything.class, "offsetTime", "offset_time", SqlTypes.OFFSET_TIME, Everything::offsetTime));

    /**
     * The column of {@code dateTime}.
     */
    public static final ComparableColumn<Everything, LocalDateTime> DATE_TIME = ComparableColumn.<Everything, LocalDateTime>of(ColumnDefinition.<Everything, LocalDateTime>of(
            Everything.class, "dateTime", "date_time", SqlTypes.LOCAL_DATE_TIME, Everything::dateTime));

    /**
     * The column of {@code createdAt}.
     */
    public static final ComparableColumn<Everything, Instant> CREATED_AT = ComparableColumn.<Everything, Instant>of(ColumnDefinition.<Everything, Instant>of(
            Everything.class, "createdAt", "created_at", SqlTypes.INSTANT, Everything::createdAt)
            .with(ColumnTrait.CREATED_AT));

    /**
     * The column of {@code updatedAt}.
     */
    public static final ComparableColumn<Everything, OffsetDateTime> UPDATED_AT = ComparableColumn.<Everything, OffsetDateTime>of(ColumnDefinition.<Everything, OffsetDateTime>of(
            Everything.class, "updatedAt", "updated_at", SqlTypes.OFFSET_DATE_TIME, Everything::updatedAt)
            .with(ColumnTrait.UPDATED_AT));

    /**
     * The column of {@code zoned}.
     */
    public static final ComparableColumn<Everything, ZonedDateTime> ZONED = ComparableColumn.<Everything, ZonedDateTime>of(ColumnDefinition.<Everything, ZonedDateTime>of(
            Everything.class, "zoned", "zoned", SqlTypes.ZONED_DATE_TIME, Everything::zoned));

    /**
     * The column of {@code year}.
     */
    public static final ComparableColumn<Everything, Year> YEAR = ComparableColumn.<Everything, Year>of(ColumnDefinition.<Everything, Year>of(
            Everything.class, "year", "year", SqlTypes.YEAR, Everything::year));

    /**
     * The column of {@code yearMonth}.
     */
    public static final ComparableColumn<Everything, YearMonth> YEAR_MONTH = ComparableColumn.<Everything, YearMonth>of(ColumnDefinition.<Everything, YearMonth>of(
            Everything.class, "yearMonth", "year_month", SqlTypes.YEAR_MONTH, Everything::yearMonth));

    /**
     * The column of {@code monthDay}.
     */
    public static final ComparableColumn<Everything, MonthDay> MONTH_DAY = ComparableColumn.<Everything, MonthDay>of(ColumnDefinition.<Everything, MonthDay>of(
            Everything.class, "monthDay", "month_day", SqlTypes.MONTH_DAY, Everything::monthDay));

    /**
     * The column of {@code zone}.
     */
    public static final ComparableColumn<Everything, ZoneId> ZONE = ComparableColumn.<Everything, ZoneId>of(ColumnDefinition.<Everything, ZoneId>of(
            Everything.class, "zone", "zone", SqlTypes.ZONE_ID, Everything::zone));

    /**
     * The column of {@code offset}.
     */
    public static final ComparableColumn<Everything, ZoneOffset> OFFSET = ComparableColumn.<Everything, ZoneOffset>of(ColumnDefinition.<Everything, ZoneOffset>of(
            Everything.class, "offset", "offset", SqlTypes.ZONE_OFFSET, Everything::offset));

    /**
     * The column of {@code duration}.
     */
    public static final ComparableColumn<Everything, Duration> DURATION = ComparableColumn.<Everything, Duration>of(ColumnDefinition.<Everything, Duration>of(
            Everything.class, "duration", "duration", SqlTypes.DURATION, Everything::duration));

    /**
     * The column of {@code period}.
     */
    public static final ComparableColumn<Everything, Period> PERIOD = ComparableColumn.<Everything, Period>of(ColumnDefinition.<Everything, Period>of(
            Everything.class, "period", "period", SqlTypes.PERIOD, Everything::period));

    /**
     * The column of {@code bytes}.
     */
    public static final EntityColumn<Everything, byte[]> BYTES = ColumnDefinition.<Everything, byte[]>of(
            Everything.class, "bytes", "bytes", SqlTypes.BYTES, Everything::bytes)
            .column();

    /**
     * The column of {@code search}.
     */
    public static final TextColumn<Everything> SEARCH = TextColumn.<Everything>of(ColumnDefinition.<Everything, String>of(
            Everything.class, "search", "search", SqlTypes.STRING, Everything::search)
            .with(ColumnTrait.READ_ONLY));

    /**
     * What the mapper knows of {@link Everything}.
     */
    public static final EntityModel<Everything> MODEL = EntityModel.<Everything>of(
            Everything.class,
            new TableName("stock", "everything"),
            List.<EntityColumn<Everything, ?>>of(ID, FLAG, TINY, SMALL, NUMBER, VERSION, SINGLE, TWOFOLD, LETTER, BOXED_FLAG, BOXED_TINY, BOXED_SMALL, BOXED_NUMBER, BOXED_LONG, BOXED_SINGLE, BOXED_DOUBLE, BOXED_LETTER, TEXT, AMOUNT, COUNT, DATE, TIME, OFFSET_TIME, DATE_TIME, CREATED_AT, UPDATED_AT, ZONED, YEAR, YEAR_MONTH, MONTH_DAY, ZONE, OFFSET, DURATION, PERIOD, BYTES, SEARCH),
            List.<Relation<Everything, ?>>of(),
            Everything_::instantiate);

    private Everything_() {
    }

    /**
     * Starts a new {@link Everything} with the members that it must have.
     */
    public static Draft<Everything> draft(UUID id, boolean flag, byte tiny, short small, int number,
            float single, double twofold, char letter, Boolean boxedFlag, Byte boxedTiny,
            Short boxedSmall, Integer boxedNumber, Long boxedLong, Float boxedSingle,
            Double boxedDouble, Character boxedLetter, String text, BigDecimal amount,
            BigInteger count, LocalDate date, LocalTime time, OffsetTime offsetTime,
            LocalDateTime dateTime, ZonedDateTime zoned, Year year, YearMonth yearMonth,
            MonthDay monthDay, ZoneId zone, ZoneOffset offset, Duration duration, Period period,
            byte[] bytes) {
        return Draft.<Everything>of(Everything_.MODEL, new Object[] {id, flag, tiny, small, number, single, twofold, letter, boxedFlag, boxedTiny, boxedSmall, boxedNumber, boxedLong, boxedSingle, boxedDouble, boxedLetter, text, amount, count, date, time, offsetTime, dateTime, zoned, year, yearMonth, monthDay, zone, offset, duration, period, bytes});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Everything> with(Everything entity) {
        return Draft.<Everything>with(MODEL, entity);
    }

    private static Everything instantiate(RowValues<Everything> row) {
        return new Everything(
                row.<UUID>required(0, ID),
                row.<Boolean>required(1, FLAG),
                row.<Byte>required(2, TINY),
                row.<Short>required(3, SMALL),
                row.<Integer>required(4, NUMBER),
                row.<Long>required(5, VERSION),
                row.<Float>required(6, SINGLE),
                row.<Double>required(7, TWOFOLD),
                row.<Character>required(8, LETTER),
                row.<Boolean>required(9, BOXED_FLAG),
                row.<Byte>required(10, BOXED_TINY),
                row.<Short>required(11, BOXED_SMALL),
                row.<Integer>required(12, BOXED_NUMBER),
                row.<Long>required(13, BOXED_LONG),
                row.<Float>required(14, BOXED_SINGLE),
                row.<Double>required(15, BOXED_DOUBLE),
                row.<Character>required(16, BOXED_LETTER),
                row.<String>required(17, TEXT),
                row.<BigDecimal>required(18, AMOUNT),
                row.<BigInteger>required(19, COUNT),
                row.<LocalDate>required(20, DATE),
                row.<LocalTime>required(21, TIME),
                row.<OffsetTime>required(22, OFFSET_TIME),
                row.<LocalDateTime>required(23, DATE_TIME),
                row.<Instant>required(24, CREATED_AT),
                row.<OffsetDateTime>required(25, UPDATED_AT),
                row.<ZonedDateTime>required(26, ZONED),
                row.<Year>required(27, YEAR),
                row.<YearMonth>required(28, YEAR_MONTH),
                row.<MonthDay>required(29, MONTH_DAY),
                row.<ZoneId>required(30, ZONE),
                row.<ZoneOffset>required(31, OFFSET),
                row.<Duration>required(32, DURATION),
                row.<Period>required(33, PERIOD),
                row.<byte[]>required(34, BYTES),
                row.<String>required(35, SEARCH),
                null,
                0L,
                false);
    }
}
